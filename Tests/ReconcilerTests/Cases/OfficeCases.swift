/// Late facts, corrections, calendar and changes of plan (cases.md C.5, C.6 and C.10).
let officeCases = """
    C-50 pending while the machine is silent
      open
      fact complete,2026-09-16,,,07:00,,,A,,,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      expect M pending base short granted 2 net 2 incidents 0 doubt awaiting
      pending delivery 7

    C-50 then met
      open
      import A until 11:05 at 11:06
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:05 at 2026-09-16 11:06
      expect M met

    C-50 then missing
      open
      fact complete,2026-09-16,,,11:05,,,A,,,,,
      expect M missing incidents 1

    C-50 a machine that never delivered
      open
      expect M pending base missing net 0 held 2

    C-50 no longer than the wait
      open
      asof 2026-09-28 08:00
      expect M missing note sourceNeverCame incidents 1

    C-50 before the bound only time is missing
      asof 2026-09-16 06:50
      expect M pending doubt awaiting(Reconciler.Missing.time
      pending time 5 1 1

    C-51 the other machine is fine and the first is silent
      -devices B
      +devices B,校门,0,,,
      open
      fact complete,2026-09-16,,,23:59,,,B,,,,,
      fact complete,2026-09-16,,,06:00,,,A,,,,,
      expect M pending

    C-51 a silent machine of another duty blocks nothing
      open
      fact complete,2026-09-16,,,23:59,,,A,,,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      expect M short

    C-51 what is certain already acts
      open
      fact complete,2026-09-16,,,06:00,,,A,,,,,
      expect M pending base missing net 0 incidents 0 held 2
      total 王 net 0 granted 7

    C-51 a late punch stays late while the sheet is not typed
      unsheeted
      punch 王 A 07:12
      expect M pending base short net 0 incidents 1
      pending sheet 1

    C-51 a reader without memory has told everything
      open
      -devices A
      session R up 2026-09-15 06:00
      session A up 2026-09-15 06:00
      +cards 0x9A1F,T012,2026-09-01T00:00,,
      punch card:00009A1F A 11:31 live
      asof 2026-09-16 14:00
      expect N short net 0
      expect M missing

    C-51 a lost session is an outage
      open
      -devices A
      session A up 2026-09-15 06:00
      session A lost 06:50
      session A up 07:05
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      expect M contested doubt partialOutage incidents 0

    C-55 a claim signed by a leader stands for the punch
      fact attest,2026-09-16,morning,,07:05,,T012,,L001,,2026-09-16 17:00,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      expect M met note attested net 2

    C-55 for the punch only
      fact attest,2026-09-16,morning,,07:05,,T012,,L001,,2026-09-16 17:00,,
      expect M short

    C-55 not by a colleague
      fact attest,2026-09-16,morning,,07:05,,T012,,T033,,2026-09-16 17:00,,
      expect M missing use claimNotByLeader

    C-55 within a day
      fact attest,2026-09-16,morning,,07:05,,T012,,L001,,2026-09-18 08:00,,
      expect M missing use claimTooLate

    C-56 the third in a month is kept as a claim
      fact attest,2026-09-14,noon,,11:35,,T012,,L001,,,,
      fact attest,2026-09-15,noon,,11:35,,T012,,L001,,,,
      fact attest,2026-09-16,noon,,11:35,,T012,,L001,,,,
      punch 王 A 12:48
      expect N short use claimBeyondLimit

    C-57 the ruling recorded last wins
      fact ruling,2026-09-16,morning,,,,T012,missing,L001,a,2026-09-17 08:00,,
      fact ruling,2026-09-16,morning,,,,T012,met,L001,b,2026-09-17 09:00,,
      expect M met net 2 incidents 1 open 0

    C-57 a withdrawn withdrawal
      fact leave,2026-09-16,,,,,T012,,L001,,,,
      fact retract,2026-09-16,,,,,,,L001,,,,1
      fact retract,2026-09-16,,,,,,,L001,,,,2
      expect M excused

    C-58 a retracted punch stays listed
      punch 王 A 11:31
      punch 王 A 12:31
      fact retract,2026-09-16,,,11:31:00,,T012,A,L001,,,,
      expect N short use retracted

    C-58 by its number
      punch 王 A 11:31
      punch 王 A 12:31
      fact retract,2026-09-16,,,,,,,L001,,,,1
      expect N short
      stray retracted 1

    C-59 facts in any order
      punch 王 A 12:31
      punch 王 A 11:31
      expect N met

    C-61 a replayed history changes nothing
      punch 王 A 11:31
      punch 王 A 11:31 at 2026-09-17 09:00
      expect N short
      stray possibleRepeat 0

    C-62 the other season from its date
      date 2026-10-14
      plan to: "09-30" => to: "10-13"
      punch 王 A 17:01
      expect W met window 16:15-17:00
      expect W@2026-10-13 missing window 16:45-17:30

    C-63 the season's own sign-out
      date 2026-10-14
      punch 王 A 16:59
      expect W early
      expect K met window 15:50-16:15

    C-64 a make-up day without a pattern has no weekday duties
      date 2026-10-10
      +calendar 2026-10-10,school,,,
      absent M
      absent W

    C-64 a make-up day works like its weekday
      date 2026-10-10
      +calendar 2026-10-10,school,Thu,,补班按周四
      +roster Thu,stairs,东楼,T012,,1
      expect M missing
      expect T met

    C-65 a holiday asks for nothing
      date 2026-10-01
      punch 王 A 07:05
      absent M
      stray noDuty 1

    C-66 ordered overtime by the real time
      date 2026-10-01
      fact order,2026-10-01,extra,,08:00,11:00,T012,,L001,,,,
      punch 王 A 07:50
      punch 王 A 10:05
      expect E met granted 3 net 3 minutes 125

    C-66 clipped to the order
      date 2026-10-01
      fact order,2026-10-01,extra,,08:00,09:00,T012,,L001,,,,
      punch 王 A 07:50
      punch 王 A 12:05
      expect E met granted 1 minutes 60

    C-66 from an hour before
      date 2026-10-01
      fact order,2026-10-01,extra,,08:00,11:00,T012,,L001,,,,
      punch 王 A 06:50
      punch 王 A 09:00
      punch 王 A 11:10
      expect E met granted 3 minutes 120

    C-66 without punches it earns nothing
      date 2026-10-01
      fact order,2026-10-01,extra,,08:00,11:00,T012,,L001,,,,
      expect E met granted 0

    C-66 pending while the machine is silent
      open
      date 2026-10-01
      asof 2026-10-02 08:00
      fact order,2026-10-01,extra,,08:00,11:00,T012,,L001,,,,
      punch 王 A 07:50
      expect E pending granted 0

    C-67 a sports day moves every bell
      +calendar 2026-09-16,school,,sports,运动会
      punch 王 A 15:31
      expect W met window 14:45-15:30
      expect K met

    C-68 the corrected roster decides
      -roster Mon-Fri,morning
      +roster Mon-Fri,morning,3-2班,T033,,1
      absent M
      expect 赵:M missing incidents 1

    C-70 odd weeks by the term
      -roster Mon-Fri,study
      +roster Wed/odd,study,3-2班,T012,,1
      +roster Wed/even,study,3-2班,T033,,1
      expect 赵:W missing
      expect W@2026-09-23 pending

    C-71 two seats, two persons
      plan "morning..lesson1", credits => "morning..lesson1", seats: 2, credits
      +roster Mon-Fri,morning,3-2班,T033,,2
      fact sign,2026-09-16,morning,,07:05,,T033,,L001,,,,
      punch 赵 A 07:05
      expect M missing
      expect 赵:M met
      post M staffed

    C-72 the post of somebody on leave is uncovered
      fact leave,2026-09-16,,,,,T012,,L001,,,,
      expect M excused note postUncovered
      post M unstaffed

    C-74 before the plan begins there is nothing
      date 2026-08-31
      punch 王 A 07:05
      absent M

    C-75 weekends are no days of the plan
      date 2026-09-19
      punch 王 A 07:05
      absent M
      stray noDuty 1

    C-76 a closure cancels what has not begun
      fact closure,2026-09-16,,,11:00,,,,L001,,,,
      expect N excused granted 0 net 0 note closed
      expect K excused granted 0
      expect M missing

    C-76 and ends what is running
      nomorning
      fact closure,2026-09-16,,,17:00,,,,L001,,,,
      punch 王 A 17:02
      expect W met granted 1 note closed
      expect K met

    C-76 and cuts a count
      fact closure,2026-09-16,,,12:30,,,,L001,,,,
      punch 王 A 11:31
      expect N met granted 3

    C-76 full credits when the plan says so
      nomorning
      knob cancelCredits: "full"
      fact closure,2026-09-16,,,11:00,,,,L001,,,,
      expect N excused granted 3 net 3

    C-107 who has no study duty leaves too early
      punch 赵 A 16:30
      expect 赵:S early granted 0 incidents 0

    C-108 the study teacher has no other sign-out
      absent S
      expect 赵:S missing incidents 0

    C-110 an escort's punch on the bus
      nomorning
      +roster Mon-Fri,bus,2号车,T012,,1
      punch 王 B 18:02
      expect B met net 2
      expect W missing use place

    C-118 one void, two incidents
      +roster Wed,stairs,东楼,T012,,1
      fact seen,2026-09-16,stairs,东楼,10:20,,,absent,L001,,,,
      expect M missing net 0 incidents 1
      expect T missing net 0 incidents 1
      total 王 granted 9 net 0 incidents 2

    C-120 leave over the interval comes first
      fact leave,2026-09-16,,,07:00,08:00,T012,,L001,,,,
      punch 王 A 17:31
      expect M excused granted 0 net 0 incidents 0 relief leave
      expect W met net 1

    C-124 voids are listed on duties without credits
      +people T070,孙老师,teacher,rateA,,,3-9班
      +roster Wed,stairs,西楼,T070,,1
      fact seen,2026-09-16,stairs,西楼,10:20,,,absent,L001,,,,
      expect T070:R met granted 0 net 0 label 课外书摘抄或练字
      expect T070:T missing net 0

    C-125 an excused incident stays in the register, closed
      fact ruling,2026-09-16,morning,,,,T012,excused,L001,摔伤,2026-09-17 08:00,,
      expect M excused granted 0 incidents 1 open 0
      expect N missing net 0

    C-127 docks add up and are rounded down once
      plan else: ["void noon"] => else: ["dock 1/4 day"]
      plan else: ["void day"], cite => else: ["dock 1/4 day"], cite
      plan missing: ["void self", "incident safety"] }, => missing: ["incident safety"] },
      punch 王 A 17:31
      total 王 granted 7 docked 3 net 4

    C-127 net is never below nothing
      plan else: ["void noon"] => else: ["dock 1/1 day", "dock 1/1 day"]
      expect N missing docked 0
      total 王 granted 7 net 0

    C-130 the sheet typed in January is December's
      date 2026-12-31
      unsheeted
      plan need: [ { leave: "home..", text => need: [ { leave: "home..", with: ["sign"], text
      +calendar 2027-01-01..2027-01-03,off,,,元旦
      asof 2027-01-04 12:00
      fact sheet,2026-12-31,study,,,,,,L001,,2027-01-04 09:00,,
      fact sign,2026-12-31,study,,17:05,,T012,,L001,,2027-01-04 09:00,,
      expect W met
    """
