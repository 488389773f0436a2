/// Settings about credits, leave, cover, observations, paper and repetition, with another value than the default.
let decisionKnobCases = """
    C-66 credits by named periods
      plan credits: { reading: "minutes" } => credits: { reading: "periods", of: ["morning", "noon"] }
      date 2026-10-01
      fact order,2026-10-01,extra,,07:00,12:50,T012,,L001,,,,
      punch 王 A 06:55
      punch 王 A 12:49
      expect E met granted 2 net 2

    C-66 both periods served whole
      plan credits: { reading: "minutes" } => credits: { reading: "periods", of: ["morning", "noon"] }
      date 2026-10-01
      fact order,2026-10-01,extra,,07:00,12:50,T012,,L001,,,,
      punch 王 A 07:00:40
      punch 王 A 12:50
      expect E met granted 5

    C-66 units of 45 minutes, the nearest
      plan credits: { reading: "minutes" } => credits: { reading: "minutes", unit: 45, round: "nearest" }
      date 2026-10-01
      fact order,2026-10-01,extra,,08:00,11:00,T012,,L001,,,,
      punch 王 A 08:00
      punch 王 A 09:53
      expect E met granted 3 minutes 113

    C-66 rounded up
      plan credits: { reading: "minutes" } => credits: { reading: "minutes", round: "up" }
      date 2026-10-01
      fact order,2026-10-01,extra,,08:00,11:00,T012,,L001,,,,
      punch 王 A 08:00
      punch 王 A 08:41
      expect E met granted 2

    C-66 not clipped to the order
      plan credits: { reading: "minutes" } => credits: { reading: "minutes", clip: false }
      date 2026-10-01
      fact order,2026-10-01,extra,,08:00,09:00,T012,,L001,,,,
      punch 王 A 07:30
      punch 王 A 10:10
      expect E met granted 4 minutes 160

    C-68 a roster published after the day waits for a ruling
      knob rosterEditAfter: "ruling"
      later 2026-09-17 10:00
      later- Mon-Fri,morning
      later+ Mon-Fri,morning,3-2班,T033,,1
      absent M
      expect 赵:M contested base missing net 2 incidents 0 doubt rosterEditedAfter

    C-68 who met it has nothing to be ruled on
      knob rosterEditAfter: "ruling"
      later 2026-09-17 10:00
      later- Mon-Fri,morning
      later+ Mon-Fri,morning,3-2班,T033,,1
      fact sign,2026-09-16,morning,,07:05,,T033,,L001,,,,
      punch 赵 A 07:05
      expect 赵:M met net 2

    C-68 a roster published before the day is the roster
      knob rosterEditAfter: "ruling"
      later 2026-09-15 10:00
      later- Mon-Fri,morning
      later+ Mon-Fri,morning,3-2班,T033,,1
      expect 赵:M missing incidents 1

    C-68 by default the later roster counts at once
      later 2026-09-17 10:00
      later- Mon-Fri,morning
      later+ Mon-Fri,morning,3-2班,T033,,1
      expect 赵:M missing incidents 1

    C-69 a plan's next version leaves the days before it alone
      date 2026-10-14
      nextplan 2026-10-14 credits: 3, part: "noon" => credits: 5, part: "noon"
      expect N missing granted 5
      expect N@2026-10-13 missing granted 3

    C-78 rain in mid-duty moves nobody
      -roster Mon-Fri,club
      +roster Mon-Fri,club,足球@操场,T012,dry,1
      +roster Mon-Fri,club,足球@体育馆,T033,rain,1
      fact rain,2026-09-16,,,16:30,,,,T001,,,,
      expect K missing note rainMidway
      absent 赵:K

    C-78 or hands the rest of it over
      knob midway: "switch"
      nomorning
      -roster Mon-Fri,club
      +roster Mon-Fri,club,足球@操场,T012,dry,1
      +roster Mon-Fri,club,足球@体育馆,T033,rain,1
      fact rain,2026-09-16,,,16:30,,,,T001,,,,
      punch 赵 A 16:46
      expect K excused granted 0 relief rain
      expect 赵:K met granted 1 net 1 for T012 post 足球@体育馆

    C-78 whoever took over has to stay
      knob midway: "switch"
      -roster Mon-Fri,club
      +roster Mon-Fri,club,足球@操场,T012,dry,1
      +roster Mon-Fri,club,足球@体育馆,T033,rain,1
      fact rain,2026-09-16,,,16:30,,,,T001,,,,
      punch 赵 A 16:31
      expect 赵:K early net 0

    C-81 leave over a part excuses all where the plan says so
      knob partial: "excuse"
      fact leave,2026-09-16,,,11:00,12:00,T012,,L001,,,,
      expect N excused granted 0 relief leave

    C-81 or nothing
      knob partial: "ignore"
      fact leave,2026-09-16,,,11:00,12:00,T012,,L001,,,,
      punch 王 A 12:10
      expect N short

    C-81 but leave over the whole still does
      knob partial: "ignore"
      fact leave,2026-09-16,,,11:00,14:00,T012,,L001,,,,
      expect N excused

    C-82 leave to be asked for half an hour before
      knob leave: { before: "30m" }
      fact leave,2026-09-16,,,,,T012,,L001,,2026-09-16 06:45,,
      expect M contested base missing doubt leaveRecordedLate incidents 0
      expect N excused

    C-82 exactly half an hour before
      knob leave: { before: "30m" }
      fact leave,2026-09-16,,,,,T012,,L001,,2026-09-16 06:30,,
      expect M excused

    C-85 the credits stay with whoever gave the duty away
      knob coverCredits: "giver"
      nomorning
      -roster Mon-Fri,club
      fact cover,2026-09-16,study,3-2班,,,T012,T033,L001,代班,,,
      punch 赵 A 17:31
      expect W excused granted 1 net 1 by T033
      expect 赵:W met granted 0

    C-85 and are lost when the taker fails
      knob coverCredits: "giver"
      nomorning
      fact cover,2026-09-16,morning,3-2班,,,T012,T033,L001,代班,,,
      +roster Mon-Fri,morning,3-2班,T012,,1
      expect 赵:M missing granted 0 incidents 1
      expect M excused granted 2 net 0

    C-85 or belong to nobody
      knob coverCredits: "none"
      fact cover,2026-09-16,study,3-2班,,,T012,T033,L001,代班,,,
      punch 赵 A 17:31
      expect W excused granted 0
      expect 赵:W met granted 0

    C-86 a cover only before the start
      knob coverLate: "before"
      fact cover,2026-09-16,morning,3-2班,,,T012,T033,L001,代班,2026-09-16 17:00,,
      expect M contested base missing incidents 0 doubt coverRecordedLate
      absent 赵:M

    C-86 recorded in time it counts
      knob coverLate: "before"
      fact cover,2026-09-16,morning,3-2班,,,T012,T033,L001,代班,2026-09-16 06:59,,
      expect M excused by T033
      expect 赵:M missing

    C-86 a late cover leaves nothing open for whoever came after all
      knob coverLate: "before"
      nomorning
      fact cover,2026-09-16,study,3-2班,,,T012,T033,L001,代班,2026-09-16 18:00,,
      punch 王 A 17:31
      expect W met net 1

    C-86 until noon of the next service day
      knob coverLate: "+1d 12:00"
      fact cover,2026-09-16,morning,3-2班,,,T012,T033,L001,代班,2026-09-17 12:01,,
      expect M contested base missing doubt coverRecordedLate

    C-91 the taker has another duty then
      +roster Wed,yard,操场,T033,,1
      fact cover,2026-09-16,study,3-2班,,,T012,T033,L001,代班,,,
      expect 赵:W missing note overlaps
      expect W excused

    C-91 which a strict plan refuses
      knob overlap: "refuse"
      nomorning
      +roster Wed,yard,操场,T033,,1
      fact cover,2026-09-16,study,3-2班,,,T012,T033,L001,代班,,,
      punch 王 A 17:31
      expect W met net 1 note coverRefused
      absent 赵:W

    C-91 and another allows
      knob overlap: "allow"
      +roster Wed,yard,操场,T033,,1
      fact cover,2026-09-16,study,3-2班,,,T012,T033,L001,代班,,,
      expect 赵:W missing nonote overlaps

    C-93 evidence beats the observation
      knob contradiction: "person"
      nomorning
      fact seen,2026-09-16,,3-2班,16:55,,,absent,L001,,,,
      punch 王 A 16:46
      punch 王 A 17:31
      expect W met net 1 note outweighed

    C-93 or the observation the evidence
      knob contradiction: "rule"
      fact seen,2026-09-16,,3-2班,16:55,,,absent,L001,,,,
      punch 王 A 16:46
      punch 王 A 17:31
      expect W missing net 0 incidents 1

    C-93 at the close what nobody ruled on favours the person
      closing
      nomorning
      fact seen,2026-09-16,,3-2班,16:55,,,absent,L001,,,,
      punch 王 A 16:46
      punch 王 A 17:31
      expect W met net 1 incidents 0 note settledAtClose

    C-93 or the rule
      closing
      knob atClose: "rule"
      fact seen,2026-09-16,,3-2班,16:55,,,absent,L001,,,,
      punch 王 A 16:46
      punch 王 A 17:31
      expect W missing net 0 incidents 1 note settledAtClose

    C-96 the heavier word decides
      knob weight: ["leader", "pioneer"]
      +roster Wed,stairs,东楼,T033,,1
      fact seen,2026-09-16,stairs,东楼,10:20,,,absent,L001,,,,
      fact seen,2026-09-16,stairs,东楼,10:20,,,present,pioneer,,,,
      expect 赵:T missing net 0 incidents 1 note outweighed

    C-96 also for the person
      knob weight: ["leader", "pioneer"]
      +roster Wed,stairs,东楼,T033,,1
      fact seen,2026-09-16,stairs,东楼,10:20,,,absent,pioneer,,,,
      fact seen,2026-09-16,stairs,东楼,10:20,,,present,L001,,,,
      expect 赵:T met net 2 note outweighed

    C-96 two of the same weight disagree
      knob weight: ["leader", "pioneer"]
      +roster Wed,stairs,东楼,T033,,1
      fact seen,2026-09-16,stairs,东楼,10:20,,,absent,L001,,,,
      fact seen,2026-09-16,stairs,东楼,10:20,,,present,principal,,,,
      expect 赵:T missing

    C-98 an outage of all is contested where the plan says so
      knob outage: "contest"
      fact outage,2026-09-16,,,06:00,09:00,,A,L001,停电,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      expect M contested base short net 2 doubt partialOutage

    C-98 or changes nothing
      knob outage: "ignore"
      fact outage,2026-09-16,,,06:00,09:00,,A,L001,停电,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      expect M short net 0

    C-99 a longer time to type the sheet
      knob sheetBy: "+3d 12:00"
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,2026-09-18 09:00,,
      punch 王 A 07:05
      expect M met

    C-100 whoever signed in the person's place is docked as well
      plan absence: { late: => absence: { proxy: ["dock 1/4 day", "dock 1/4 day on other"], late:
      nomorning
      +roster Wed,noon,3-3班,T033,,1
      +roster Wed,study,3-3班,T033,,1
      punch 王 A 11:31
      punch 王 A 12:48
      punch 王 A 17:31
      punch 赵 A 11:31
      punch 赵 A 12:48
      punch 赵 A 17:31
      fact ruling,2026-09-16,study,3-2班,,T033,T012,early,L001,代签,2026-09-17 08:00,,
      expect W early note proxy
      total 王 granted 5 docked 1 net 2
      total 赵 granted 4 docked 1 net 3

    X1 a quarter of the day
      plan else: ["void day"], cite: "六.1" => late: ["dock 1/4 day"], cite: "六.1"
      plan absence: { late: ["void self", "incident safety"], => absence: {
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:12
      punch 王 A 11:31
      punch 王 A 12:48
      punch 王 A 17:31
      expect M late granted 2 incidents 0
      total 王 granted 7 docked 1 net 6

    X3 the second failure of a day
      knob tally: [ { of: ["missing"], times: 2, in: "day", then: ["incident absence", "void day"], text: "一天两次未签到视为旷职一天" } ]
      nomorning
      punch 王 A 11:31
      punch 王 A 12:48
      expect N met net 0
      expect K missing incidents 0
      expect W missing incidents 1 note tally

    X3 what is not certain does not count
      knob tally: [ { of: ["missing"], times: 2, in: "day", then: ["incident absence"] } ]
      nomorning
      open
      expect W pending base missing incidents 0

    X3 the third early leaving of a month
      knob tally: [ { of: ["early"], duties: ["study"], times: 3, in: "month", then: ["dock 1/2 day"] } ]
      nomorning
      fact complete,2026-09-14..2026-09-15,,,,,,A,,,,,
      punch 王 A 2026-09-14 17:00
      punch 王 A 2026-09-15 17:00
      punch 王 A 2026-09-16 17:00
      expect W early note tally docked 0
      expect W@2026-09-15 early nonote tally

    X4 a leader who misses a violation shares it
      +roster Mon-Fri,leader,全校,L001,,1
      plan missing: ["void day"], cite: "四.5" => missing: ["void day", "void self on leader"], cite: "四.5"
      +roster Wed,stairs,东楼,T033,,1
      fact seen,2026-09-16,stairs,东楼,10:20,,,absent,principal,,,,
      expect 周:L met granted 2 net 0

    X4 one who reports it does not
      +roster Mon-Fri,leader,全校,L001,,1
      plan missing: ["void day"], cite: "四.5" => missing: ["void day", "void self on leader"], cite: "四.5"
      +roster Wed,stairs,东楼,T033,,1
      fact seen,2026-09-16,stairs,东楼,10:20,,,absent,L001,,,,
      expect 周:L met granted 2 net 2

    D.2 evidence of one group is used once
      nomorning
      knob exclusive: "taps"
      plan need: [ { leave: "study..", text => need: [ { arrive: "club..club" }, { leave: "study..", text
      punch 王 A 16:15
      punch 王 A 17:31
      expect K met
      expect W missing use usedFor net 0

    D.2 by default it is shared
      nomorning
      punch 王 A 17:31
      expect K met
      expect W met

    D.2 who saw somebody there
      plan yard:    { name: "操场", when: "study..home", => yard: { name: "操场", when: "study..home", need: [ { arrive: "study..study+10m", with: ["seen"] } ],
      +roster Wed,yard,操场,T033,,1
      fact seen,2026-09-16,yard,操场,16:50,,,present,L001,,,,
      expect 赵:Y met

    D.2 whom nobody saw
      plan yard:    { name: "操场", when: "study..home", => yard: { name: "操场", when: "study..home", need: [ { arrive: "study..study+10m", with: ["seen"] } ],
      +roster Wed,yard,操场,T033,,1
      expect 赵:Y missing

    D.6 leaving is looked at from since on
      plan leave: "home..", text => leave: "home..", since: "0m", text
      -roster Mon-Fri,club
      nomorning
      punch 王 A 16:40
      expect W missing

    D.6 earlier by default
      -roster Mon-Fri,club
      nomorning
      punch 王 A 16:40
      expect W early
    """
