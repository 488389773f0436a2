/// Was the post staffed, and where were the pupils (model.md D.1, cases.md C-72…C-129)?
let postCases = """
    C-83 the person is excused and the post is empty
      fact leave,2026-09-16,,,,,T012,,L001,,,,
      expect M excused
      post M unstaffed empty 07:00-08:10 why leave alert onLeave

    C-83 late leave leaves it open
      fact leave,2026-09-16,morning,,,,T012,,L001,,2026-09-16 09:00,,
      post M unknown unknown 07:00-08:10 why open

    C-92 leave over half a window
      fact leave,2026-09-16,,,12:00,12:50,T012,,L001,,,,
      punch 王 A 11:31
      expect N met
      post N staffed empty 12:00-12:50 why leave

    C-92 the other of two seats is there
      plan "morning..lesson1", credits => "morning..lesson1", seats: 2, credits
      +roster Mon-Fri,morning,3-2班,T033,,2
      fact leave,2026-09-16,,,07:30,08:10,T012,,L001,,,,
      fact sign,2026-09-16,morning,,07:05,,T033,,L001,,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:05
      punch 赵 A 07:05
      post M staffed empty - seats 2/2

    P-01 who comes late leaves the post empty until then
      fact sign,2026-09-16,morning,,07:12,,T012,,L001,,,,
      punch 王 A 07:12
      post M staffed empty 07:00-07:12 why cameLate alert empty

    P-02 who goes early leaves it empty from then on
      -roster Mon-Fri,club
      nomorning
      punch 王 A 17:10
      post W staffed empty 17:10-17:30 why leftEarly

    P-03 nobody came
      post M unstaffed empty 07:00-08:10 why notShown

    P-04 a forgotten sign-out proves nothing
      nomorning
      post W unknown empty - why notShown

    P-05 nobody knows while the machine is silent
      open
      post M unknown empty - why open

    P-06 nor after an outage
      fact outage,2026-09-16,,,06:00,09:00,,A,L001,停电,,,
      post N unknown why notShown

    P-06 of the hours themselves
      fact outage,2026-09-16,,,11:00,14:00,,A,L001,停电,,,
      post N unknown why outage

    P-07 somebody who has left the school
      +people T099,已离职,teacher,,2020-09-01,2026-09-10,
      -roster Mon-Fri,morning
      +roster Mon-Fri,morning,3-2班,T099,,1
      post M unstaffed empty 07:00-08:10 why vacant alert vacantSeat seats 0/1

    P-08 covered, the post has who covers
      fact cover,2026-09-16,morning,3-2班,,,T012,T033,L001,代班,,,
      fact sign,2026-09-16,morning,,07:05,,T033,,L001,,,,
      punch 赵 A 07:05
      post M staffed empty - seats 1/1

    P-09 a closure ends the hours
      nomorning
      fact closure,2026-09-16,,,17:00,,,,L001,,,,
      punch 王 A 17:02
      post W staffed empty -

    P-10 a cancelled duty has no post
      fact closure,2026-09-16,,,11:00,,,,L001,,,,
      post N

    P-11 an observation empties the post between two proofs
      plan need: [ { leave: "home..", text => need: [ { arrive: "study..study+5m" }, { leave: "home..", text
      fact seen,2026-09-16,study,3-2班,17:00,,,absent,L001,,,,
      fact ruling,2026-09-16,noon,,,,T012,met,L001,x,,,
      punch 王 A 16:46
      punch 王 A 17:31
      post W staffed unknown 16:46-17:30 why open

    P-12 one bell of the stairs
      +roster Wed,stairs,东楼,T033,,1
      fact seen,2026-09-16,stairs,东楼,10:20,,,absent,L001,,,,
      post T unstaffed empty 10:15-10:20 why seenAbsent

    P-13 a ruling that nobody was there
      nomorning
      fact ruling,2026-09-16,study,,,,T012,missing,L001,确实不在,2026-09-17 08:00,,
      punch 王 A 17:31
      post W unstaffed empty 16:45-17:30

    P-14 so far only
      asof 2026-09-16 12:00
      post N unknown unknown 11:30-12:00

    P-15 nothing of a post that begins later
      asof 2026-09-16 08:00
      post W unknown

    C-102 a pupil whom nobody handed over
      +groups 3-2班,Mon-Fri,26,study,,
      fact headcount,2026-09-16,study,3-2班,16:50,,,,T012,,,,,25
      fact handover,2026-09-16,study,3-2班,17:30,,T012,guardian,,,,,,25
      post W/3-2班 unknown pupils 26 alert pupilsUnaccounted

    C-102 all are accounted for
      +groups 3-2班,Mon-Fri,26,study,,
      fact headcount,2026-09-16,study,3-2班,16:50,,,,T012,,,,,26
      fact handover,2026-09-16,study,3-2班,17:30,,T012,guardian,,,,,,26
      post W/3-2班 unknown pupils 26 noalert pupilsUnaccounted noalert pupilsWaiting

    C-102 found again
      +groups 3-2班,Mon-Fri,26,study,,
      fact headcount,2026-09-16,study,3-2班,16:50,,,,T012,,,,,25
      fact headcount,2026-09-16,study,3-2班,17:00,,,,T012,,,,,26
      fact handover,2026-09-16,study,3-2班,17:30,,T012,guardian,,,,,,
      post W/3-2班 unknown noalert pupilsUnaccounted noalert pupilsWaiting

    C-103 too many pupils for one
      plan study:   { name: "作业辅导", => study: { ratio: 25, name: "作业辅导",
      +groups 3-2班,Mon-Fri,28,study,,
      post W/3-2班 unknown alert ratio pupils 28

    C-103 exactly as many as one may have
      plan study:   { name: "作业辅导", => study: { ratio: 25, name: "作业辅导",
      +groups 3-2班,Mon-Fri,25,study,,
      post W/3-2班 unknown noalert ratio

    C-103 two are enough
      plan study:   { name: "作业辅导", => study: { ratio: 25, seats: 2, name: "作业辅导",
      +roster Mon-Fri,study,3-2班,T033,,2
      +groups 3-2班,Mon-Fri,28,study,,
      post W/3-2班 unknown noalert ratio

    C-103 but not when one is on leave
      plan study:   { name: "作业辅导", => study: { ratio: 25, seats: 2, name: "作业辅导",
      +roster Mon-Fri,study,3-2班,T033,,2
      +groups 3-2班,Mon-Fri,28,study,,
      fact leave,2026-09-16,,,,,T033,,L001,,,,
      post W/3-2班 unknown alert ratio

    R-1703 few pupils go to another class of the grade
      plan study:   { name: "作业辅导", => study: { merge: { under: 30, exactly: "own" }, name: "作业辅导",
      +roster Mon-Fri,study,3-3班,T033,,1
      +groups 3-2班,Mon-Fri,12,study,,
      +groups 3-3班,Mon-Fri,29,study,,
      absent 赵:W
      post W/3-2班 unknown alert takesIn pupils 41

    R-1703 exactly thirty have their own teacher
      plan study:   { name: "作业辅导", => study: { merge: { under: 30, exactly: "own" }, name: "作业辅导",
      +roster Mon-Fri,study,3-3班,T033,,1
      +groups 3-2班,Mon-Fri,12,study,,
      +groups 3-3班,Mon-Fri,30,study,,
      expect 赵:W missing

    R-1703 or are put together
      plan study:   { name: "作业辅导", => study: { merge: { under: 30, exactly: "merge" }, name: "作业辅导",
      +roster Mon-Fri,study,3-3班,T033,,1
      +groups 3-2班,Mon-Fri,12,study,,
      +groups 3-3班,Mon-Fri,30,study,,
      absent 赵:W

    R-108 a seat for each kind of person
      plan yard:    { => watch: { name: "值日巡视", when: "study..home", seats: { leader: 1, teacher: 1, parent: 1 } }, yard: {
      +roster Wed,watch,全校,L001,,1
      +roster Wed,watch,全校,T033,,2
      post watch staffed alert kindLacking seats 2/2

    C-114 the reception room stays until the last pupil
      plan yard:    { => room: { name: "接待室", when: "home..last-pupil", need: [ { leave: "last-pupil.." } ] }, yard: {
      +roster Wed,room,接待室,T033,,1
      +groups 3-2班,Mon-Fri,26,study,,
      fact handover,2026-09-16,study,3-2班,17:30,,T012,guardian,,,,,,25
      fact handover,2026-09-16,study,3-2班,17:35,,T012,T033,,,,,,1
      fact handover,2026-09-16,room,接待室,17:50,,T033,guardian,,,,,,1
      punch 赵 A 17:51
      expect 赵:room met window 17:30-17:50
      post W/3-2班 unknown noalert pupilsWaiting

    C-114 who leaves before the last pupil leaves early
      plan yard:    { => room: { name: "接待室", when: "home..last-pupil", need: [ { leave: "last-pupil.." } ] }, yard: {
      +roster Wed,room,接待室,T033,,1
      fact handover,2026-09-16,study,3-2班,17:35,,T012,T033,,,,,,1
      fact handover,2026-09-16,room,接待室,17:50,,T033,guardian,,,,,,1
      punch 赵 A 17:49
      expect 赵:room early

    C-114 open while a pupil is still there
      plan yard:    { => room: { name: "接待室", when: "home..last-pupil", need: [ { leave: "last-pupil.." } ] }, yard: {
      +roster Wed,room,接待室,T033,,1
      fact handover,2026-09-16,study,3-2班,17:35,,T012,T033,,,,,,1
      punch 赵 A 17:51
      expect 赵:room pending base met doubt awaiting

    C-114 without any pupil nobody has to stay
      plan yard:    { => room: { name: "接待室", when: "home..last-pupil", need: [ { leave: "last-pupil.." } ] }, yard: {
      +roster Wed,room,接待室,T033,,1
      punch 赵 A 17:31
      expect 赵:room met

    C-114 pupils who wait after the end
      +groups 3-2班,Mon-Fri,26,study,,
      fact handover,2026-09-16,study,3-2班,17:30,,T012,guardian,,,,,,25
      post W/3-2班 unknown alert pupilsWaiting

    R-1801 the duty teacher's end follows the pupils
      plan when: "study..home", credits: 1, part => when: "study..last-pupil", credits: 1, part
      plan need: [ { leave: "home..", text => need: [ { leave: "last-pupil..", text
      nomorning
      +groups 3-2班,Mon-Fri,26,study,,
      fact handover,2026-09-16,study,3-2班,17:10,,T012,guardian,,,,,,20
      fact handover,2026-09-16,study,3-2班,17:20,,T012,guardian,,,,,,6
      punch 王 A 17:21
      expect W met net 1 window 16:45-17:20

    C-115 one fetched early takes nothing from the teacher
      nomorning
      +groups 3-2班,Mon-Fri,26,study,,
      fact handover,2026-09-16,study,3-2班,17:10,,T012,guardian,,事假,,,,1
      punch 王 A 17:31
      expect W met net 1

    C-116 out of the gate and in again
      +groups 3-2班,Mon-Fri,26,study,,
      fact handover,2026-09-16,study,3-2班,16:50,,T012,guardian,,,,,,1
      fact headcount,2026-09-16,study,3-2班,17:00,,,,T012,,,,,26
      fact handover,2026-09-16,study,3-2班,17:30,,T012,guardian,,,,,,26
      post W/3-2班 unknown noalert pupilsUnaccounted noalert pupilsWaiting

    C-129 pupils before anybody has to be there
      fact headcount,2026-09-16,morning,3-2班,06:42,,,,L001,,,,,5
      fact sign,2026-09-16,morning,,07:00,,T012,,L001,,,,
      punch 王 A 07:00
      expect M met incidents 0
      post M staffed empty 06:42-07:00 why pupilsThere alert pupilsAlone

    C-129 until somebody is there all the same
      fact headcount,2026-09-16,morning,3-2班,06:42,,,,L001,,,,,5
      fact sign,2026-09-16,morning,,06:50,,T012,,L001,,,,
      punch 王 A 06:50
      post M staffed empty 06:42-06:50 alert pupilsAlone

    R-901 one teacher hands over to the next
      plan yard:    { name: "操场", when: "study..home", => yard: { name: "操场", when: "study..home", need: [ { arrive: "study..study+10m", with: ["handover"] } ],
      +roster Wed,yard,操场,T033,,1
      fact handover,2026-09-16,yard,操场,16:50,,T012,T033,,,,,,20
      expect 赵:Y met

    R-1105 whoever brings the pupils out has stayed
      plan yard:    { name: "操场", when: "study..home", => yard: { name: "操场", when: "study..home", need: [ { leave: "home..", with: ["handover"] } ],
      +roster Wed,yard,操场,T033,,1
      fact handover,2026-09-16,yard,操场,17:35,,T033,guardian,,,,,,
      expect 赵:Y met

    R-1105 before the end is too early
      plan yard:    { name: "操场", when: "study..home", => yard: { name: "操场", when: "study..home", need: [ { leave: "home..", with: ["handover"] } ],
      +roster Wed,yard,操场,T033,,1
      fact handover,2026-09-16,yard,操场,17:25,,T033,guardian,,,,,,
      expect 赵:Y early

    R-239 a floor with the stairs to the next
      plan floor:   { name: "楼层巡视", => floor: { posts: { "二楼": ["二三楼梯"] }, name: "楼层巡视",
      +roster Wed,floor,二楼,T033,,1
      fact seen,2026-09-16,floor,二三楼梯,16:50,,,absent,L001,,,,
      expect 赵:F missing
    """
