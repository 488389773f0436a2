/// Rain, leave, cover, swap, observations, signatures and forms (cases.md C.7 and C.8).
let peopleCases = """
    C-77 rain before the start changes the place
      -roster Mon-Fri,club
      +roster Mon-Fri,club,足球@操场,T012,dry,1
      +roster Mon-Fri,club,足球@体育馆,T033,rain,1
      fact rain,2026-09-16,,,15:40,,,,T001,,,,
      absent K
      expect 赵:K missing post 足球@体育馆

    C-77 rain at the start itself
      -roster Mon-Fri,club
      +roster Mon-Fri,club,足球@操场,T012,dry,1
      +roster Mon-Fri,club,足球@体育馆,T033,rain,1
      fact rain,2026-09-16,,,16:20,,,,T001,,,,
      absent K

    C-78 rain after the start changes nothing
      -roster Mon-Fri,club
      +roster Mon-Fri,club,足球@操场,T012,dry,1
      +roster Mon-Fri,club,足球@体育馆,T033,rain,1
      fact rain,2026-09-16,,,16:30,,,,T001,,,,
      expect K missing post 足球@操场
      absent 赵:K

    C-79 rain revoked in time
      -roster Mon-Fri,club
      +roster Mon-Fri,club,足球@操场,T012,dry,1
      +roster Mon-Fri,club,足球@体育馆,T033,rain,1
      fact rain,2026-09-16,,,15:40,,,,T001,,,,
      fact rain,2026-09-16,,,16:00,,,off,T001,,,,
      expect K missing
      absent 赵:K

    C-80 leave all day
      fact leave,2026-09-16,,,,,T012,,L001,,,,
      expect M excused granted 0 net 0 incidents 0
      expect N excused
      expect W excused
      total 王 granted 0 net 0 incidents 0

    C-81 leave over part of a count
      fact leave,2026-09-16,,,11:00,12:00,T012,,L001,,,,
      punch 王 A 12:10
      expect N met granted 3

    C-81 only evidence in the rest counts
      fact leave,2026-09-16,,,11:00,12:00,T012,,L001,,,,
      punch 王 A 11:40
      expect N missing net 0

    C-81 leave over the whole window
      fact leave,2026-09-16,,,11:30,12:50,T012,,L001,,,,
      expect N excused granted 0

    C-82 leave asked after the duty
      fact leave,2026-09-16,,,,,T012,,L001,,2026-09-16 09:00,,
      expect M contested base missing doubt leaveRecordedLate incidents 0
      expect N excused

    C-82 present on leave
      fact leave,2026-09-16,,,,,T012,,L001,,,,
      punch 王 A 17:31
      expect W contested base excused doubt presentOnLeave
      expect N excused

    C-82 present on leave but too little
      fact leave,2026-09-16,,,,,T012,,L001,,,,
      punch 王 A 11:31
      expect N excused

    C-82 a late leave on a duty that nothing proves
      +roster Wed,yard,操场,T033,,1
      fact leave,2026-09-16,,,,,T033,,L001,,2026-09-16 18:00,,
      expect 赵:Y contested base met net 1 doubt leaveRecordedLate

    C-83 leave over a sign-out
      fact leave,2026-09-16,,,17:00,,T012,,L001,,,,
      expect W excused granted 0
      expect K missing

    C-85 the taker answers and earns
      fact cover,2026-09-16,morning,3-2班,,,T012,T033,L001,代班,,,
      fact sign,2026-09-16,morning,,07:05,,T033,,L001,,,,
      punch 赵 A 07:05
      expect M excused granted 0 by T033
      expect 赵:M met granted 2 net 2 for T012

    C-86 a cover recorded after
      fact cover,2026-09-16,morning,3-2班,,,T012,T033,L001,代班,2026-09-16 17:00,,
      expect M excused incidents 0
      expect 赵:M missing incidents 1 note coverRecordedAfter

    C-87 the substitute does not come
      fact cover,2026-09-16,morning,3-2班,,,T012,T033,L001,代班,,,
      expect M excused incidents 0
      expect 赵:M missing net 0 incidents 1

    C-88 a chain has one line for each link
      fact cover,2026-09-16,morning,3-2班,,,T012,T033,L001,,,,
      fact cover,2026-09-16,morning,3-2班,,,T033,T044,L001,,,,
      expect M excused by T033
      expect 赵:M excused by T044 for T012
      expect 李:M missing for T033

    C-88 a chain never returns
      fact cover,2026-09-16,morning,3-2班,,,T012,T033,L001,,,,
      fact cover,2026-09-16,morning,3-2班,,,T033,T012,L001,,,,
      expect M excused by T033
      expect 赵:M missing for T012

    C-88 the cover recorded last wins
      fact cover,2026-09-16,morning,3-2班,,,T012,T033,L001,,,,
      fact cover,2026-09-16,morning,3-2班,,,T012,T044,L001,,,,
      expect M excused by T044
      absent 赵:M

    C-88 who gave the study duty away signs off
      fact cover,2026-09-16,study,3-2班,,,T012,T033,L001,,,,
      expect S missing
      absent 赵:S
      expect 赵:W missing

    C-89 a swap exchanges both days
      -roster Mon-Fri,morning
      +roster Wed,morning,3-2班,T012,,1
      +roster Fri,morning,3-3班,T033,,1
      fact swap,2026-09-16,morning,,,2026-09-18,T012,T033,L001,,,,
      expect M excused by T033
      expect 赵:M missing for T012
      expect M@2026-09-18 pending for T033
      expect 赵:M@2026-09-18 excused

    C-89 called off between the days, the past stays
      -roster Mon-Fri,morning
      +roster Wed,morning,3-2班,T012,,1
      +roster Fri,morning,3-3班,T033,,1
      fact swap,2026-09-16,morning,,,2026-09-18,T012,T033,L001,,,,
      fact retract,2026-09-17,,,,,,,L001,,2026-09-17 10:00,,1
      expect M excused by T033
      expect 赵:M missing for T012
      absent M@2026-09-18
      expect 赵:M@2026-09-18 pending

    C-92 one of two seats on leave
      plan "morning..lesson1", credits => "morning..lesson1", seats: 2, credits
      +roster Mon-Fri,morning,3-2班,T033,,2
      fact leave,2026-09-16,,,,,T012,,L001,,,,
      fact sign,2026-09-16,morning,,07:05,,T033,,L001,,,,
      punch 赵 A 07:05
      post M staffed

    C-93 an observation against the machine
      nomorning
      fact seen,2026-09-16,,3-2班,16:55,,,absent,L001,,,,
      punch 王 A 16:46
      punch 王 A 17:31
      expect W contested base missing net 1 incidents 0 doubt contradiction
      expect K met

    C-93 an observation where nothing else is
      fact seen,2026-09-16,,3-2班,16:55,,,absent,L001,,,,
      expect W missing net 0 incidents 1

    C-93 a leader's word counts on every duty
      +roster Mon-Fri,yard,操场,T033,,1
      fact seen,2026-09-16,yard,操场,17:00,,,absent,L001,,,,
      expect 赵:Y missing granted 1 net 0 incidents 1

    C-93 seen late although the sign-out is in time
      fact seen,2026-09-16,study,3-2班,16:55,,,late,L001,,,,
      punch 王 A 17:31
      expect W late net 0 incidents 1

    C-93 an observation outside the window
      fact seen,2026-09-16,study,3-2班,16:30,,,absent,L001,,,,
      punch 王 A 17:31
      expect W met

    C-94 the observation is the rule's own evidence
      +roster Wed,stairs,东楼,T033,,1
      fact seen,2026-09-16,stairs,东楼,10:20,,,absent,L001,,,,
      expect 赵:T missing granted 2 net 0 incidents 1
      post T unstaffed

    C-94 a pupil's word waits for a leader
      +roster Wed,stairs,东楼,T033,,1
      fact seen,2026-09-16,stairs,东楼,10:20,,,absent,pioneer,,,,
      expect 赵:T contested base missing net 2 incidents 0 doubt notCountersigned

    C-94 on leave at that time
      +roster Wed,stairs,东楼,T033,,1
      fact leave,2026-09-16,,,10:00,11:00,T033,,L001,,,,
      fact seen,2026-09-16,stairs,东楼,10:20,,,absent,L001,,,,
      expect 赵:T met use excusedTime

    C-94 the teacher who leads that day is a leader
      +roster Wed,stairs,东楼,T033,,1
      +roster Wed,leader,全校,T044,,1
      fact seen,2026-09-16,stairs,东楼,10:20,,,absent,T044,,,,
      expect 赵:T missing

    C-94 any other teacher is none
      +roster Wed,stairs,东楼,T033,,1
      fact seen,2026-09-16,stairs,东楼,10:20,,,absent,T044,,,,
      expect 赵:T met use observer

    C-94 countersigned
      +roster Wed,stairs,东楼,T033,,1
      fact seen,2026-09-16,stairs,东楼,10:20,,,absent,pioneer,,,,
      fact seen,2026-09-16,stairs,东楼,,,,absent,L001,,,,
      expect 赵:T missing net 0 incidents 1

    C-94 a pupil's word means nothing where the plan does not ask for it
      +roster Mon-Fri,yard,操场,T033,,1
      fact seen,2026-09-16,yard,操场,17:00,,,absent,pioneer,,,,
      expect 赵:Y met

    C-95 nobody made a round
      +roster Wed,stairs,东楼,T033,,1
      expect 赵:T met net 2 note notInspected

    C-95 a strict school wants everybody seen
      plan never: "absent", by: => never: "absent", need: "seen", by:
      +roster Wed,stairs,东楼,T033,,1
      expect 赵:T pending base met doubt awaiting
      pending round 1

    C-96 two inspectors disagree
      +roster Wed,stairs,东楼,T033,,1
      fact seen,2026-09-16,stairs,东楼,10:20,,,absent,L001,,,,
      fact seen,2026-09-16,stairs,东楼,10:20,,,present,pioneer,,,,
      expect 赵:T contested net 2 doubt observersDisagree

    C-97 the punch without the signature
      punch 王 A 07:05
      expect M short granted 2 net 0 incidents 0
      total 王 granted 7 net 0 incidents 0

    C-97 any of the two where the plan says so
      knob dual: "any"
      punch 王 A 07:05
      expect M met

    C-97 a late punch without a signature carries both
      punch 王 A 07:12
      expect M short net 0 incidents 1

    C-98 the machine part is excused when no machine works
      fact outage,2026-09-16,,,06:00,09:00,,A,L001,停电,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      expect M excused granted 2 net 2 relief outage

    C-98 but not the signature
      fact outage,2026-09-16,,,06:00,09:00,,A,L001,停电,,,
      expect M missing net 0

    C-98 a partial outage leaves it open
      fact outage,2026-09-16,,,06:50,07:03,,A,L001,停电,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      expect M contested base short net 2 doubt partialOutage

    C-98 an outage outside the interval leaves nothing open
      nomorning
      fact outage,2026-09-16,,,15:50,16:00,,A,L001,停电,,,
      punch 王 A 17:29
      expect W early net 0

    C-98 one of two machines
      -devices B
      +devices B,侧门,0,,,
      fact outage,2026-09-16,,,06:00,09:00,,A,L001,停电,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      expect M contested doubt partialOutage

    C-98 an outage over the sign-out
      nomorning
      fact outage,2026-09-16,,,17:20,18:00,,A,L001,停电,,,
      expect W excused granted 1 net 1

    C-99 a sheet typed late is contested
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,2026-09-18 09:00,,
      punch 王 A 07:05
      expect M contested base met net 2 doubt sheetTypedLate

    C-99 a sheet not typed yet is one item for the office
      unsheeted
      +roster Mon-Fri,morning,3-3班,T033,,1
      punch 王 A 07:05
      punch 赵 A 07:05
      expect M pending base short net 2
      expect 赵:M pending
      pending sheet 2

    C-99 a sheet that never comes favours the person
      unsheeted
      asof 2026-09-28 08:00
      punch 王 A 07:05
      expect M met net 2 note sourceNeverCame

    C-99 or the rule
      unsheeted
      knob unsheeted: "rule"
      asof 2026-09-28 08:00
      punch 王 A 07:05
      expect M short net 0 note sourceNeverCame

    C-99 a signature without a time is in time
      fact sign,2026-09-16,morning,,,,T012,,L001,,,,
      punch 王 A 07:05
      expect M met

    C-99 a late signature is late
      fact sign,2026-09-16,morning,,07:15,,T012,,L001,,,,
      punch 王 A 07:05
      expect M late net 0 incidents 1

    C-101 a missing form brings its own consequence only
      nomorning
      plan 17:30以后签退" } ] => 17:30以后签退" }, { form: "看管记录", by: "+1d 12:00", missing: ["notify leader"] } ]
      punch 王 A 17:31
      expect W missing granted 1 net 1 incidents 0

    C-101 before its deadline it is pending
      nomorning
      plan 17:30以后签退" } ] => 17:30以后签退" }, { form: "看管记录", by: "+1d 12:00" } ]
      asof 2026-09-17 11:00
      punch 王 A 17:31
      expect W pending base missing
      pending form 1

    C-101 filed in time
      nomorning
      plan 17:30以后签退" } ] => 17:30以后签退" }, { form: "看管记录", by: "+1d 12:00" } ]
      fact form,2026-09-16,study,3-2班,,,,看管记录,T012,,2026-09-17 11:59,,
      punch 王 A 17:31
      expect W met net 1

    C-101 filed late
      nomorning
      plan 17:30以后签退" } ] => 17:30以后签退" }, { form: "看管记录", by: "+1d 12:00" } ]
      fact form,2026-09-16,study,3-2班,,,,看管记录,T012,,2026-09-17 12:01,,
      punch 王 A 17:31
      expect W late net 1 incidents 0

    C-112 a parent without a card signs
      +people P201,张家长,parent,,,,
      plan yard:    { => guard: { name: "安全监管员", when: "study..home", need: [ { arrive: "study..study", with: ["sign"] } ] }, yard: {
      +roster Wed,guard,3-2班,P201,,1
      fact sign,2026-09-16,guard,,16:40,,P201,,L001,,,,
      expect P201:guard met

    A ruling pays for a cancelled duty
      fact closure,2026-09-16,,,11:00,,,,L001,,,,
      fact ruling,2026-09-16,noon,,,,T012,met,L001,已到岗,,,
      nomorning
      expect N met granted 3 net 3

    A ruling decides a contested line
      fact seen,2026-09-16,,3-2班,16:55,,,absent,L001,,,,
      fact ruling,2026-09-16,study,,,,T012,missing,L001,确实不在,2026-09-17 08:00,,
      punch 王 A 17:31
      expect W missing net 0 incidents 1

    A void on the leader reaches the leader's duty
      +roster Mon-Fri,leader,全校,L001,,1
      plan missing: ["void day"], cite: "四.5" => missing: ["void day", "void self on leader"], cite: "四.5"
      +roster Wed,stairs,东楼,T033,,1
      fact seen,2026-09-16,stairs,东楼,10:20,,,absent,principal,,,,
      expect 周:L met granted 2 net 0

    C-111 the bus's reader counts for the bus alone
      +roster Wed,bus,1号车,T012,,1
      nomorning
      punch 王 B 18:02
      expect bus met granted 2
      expect W missing use place
    """
