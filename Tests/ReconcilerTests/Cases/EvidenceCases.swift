/// Boundaries, counts, clocks and identity (cases.md C.1 to C.4).
let evidenceCases = """
    C-01 the bound itself is in time
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:10:00
      expect M met granted 2 base met incidents 0

    C-02 the displayed minute decides
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:10:59
      expect M met incidents 0

    C-02 seconds decide when the plan says so
      knob precision: "second"
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:10:59
      expect M late net 0 incidents 1

    C-03 one displayed minute late voids the day
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:11:00
      punch 王 A 11:31
      punch 王 A 12:48
      punch 王 A 17:31
      expect M late granted 2 net 0 incidents 1 use late(minutes:
      expect N met granted 3 net 0 incidents 0
      expect W met granted 1 net 0
      total 王 granted 7 net 0 incidents 1

    C-04 coming early is coming
      fact sign,2026-09-16,morning,,06:55,,T012,,L001,,,,
      punch 王 A 06:40
      expect M met note cameBeforeWindow

    C-04 not earlier than the plan's margin
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 05:59
      expect M short use tooEarly

    C-04 strict
      plan with: ["punch", "sign"] } => with: ["punch"], strict: true }
      punch 王 A 06:59:58
      expect M missing incidents 1

    C-05 one second before the bell is early
      punch 王 A 17:29:59
      expect W early granted 1 net 0 incidents 0 use early(minutes:
      expect K met net 0

    C-06 after the bell includes the bell
      nomorning
      punch 王 A 17:30:00
      expect W met net 1
      expect K met

    C-08 a double tap is the same tap
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:03:10
      punch 王 A 07:03:13
      expect M met use sameTap

    C-09 the same record twice is one fact
      punch 王 A 11:31
      again
      expect N short net 0

    C-10 two readers in the same second are told
      -devices B
      +devices B,校车,0,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:03:10
      punch 王 B 07:03:10
      expect M met note twoPlaces

    C-12 a storm of punches is one met duty and one notice
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:00
      punch 王 A 07:00:20
      punch 王 A 07:00:40
      punch 王 A 07:01
      punch 王 A 07:01:20
      punch 王 A 07:01:40
      punch 王 A 07:02
      punch 王 A 07:02:20
      punch 王 A 07:02:40
      punch 王 A 07:03
      punch 王 A 07:03:20
      expect M met
      stray storm 1

    C-13 midnight belongs to the day that begins
      date 2026-09-17
      punch 王 A 2026-09-18 00:00:00
      expect W missing

    C-13 a boarding school's day begins later
      date 2026-09-17
      knob dayStart: "04:00"
      punch 王 A 2026-09-18 00:00:00
      expect W met

    C-15 two punches at noon
      nomorning
      punch 王 A 11:31
      punch 王 A 12:48
      expect N met granted 3 net 3

    C-16 a double tap is not twice
      punch 王 A 11:31:05
      punch 王 A 11:31:09
      expect N short net 0 incidents 0 use sameTap

    C-17 the gap itself is enough
      punch 王 A 11:31
      punch 王 A 11:41
      expect N met

    C-18 gaps are in displayed minutes
      punch 王 A 11:31:50
      punch 王 A 11:41:10
      expect N met

    C-19 the greedy count starts with the earliest
      punch 王 A 11:31
      punch 王 A 11:36
      punch 王 A 11:41
      expect N met use tooClose

    C-20 one punch is short and no incident
      punch 王 A 11:31
      expect N short granted 3 net 0 incidents 0

    C-20 no noon punch proves nobody absent
      expect N missing net 0 incidents 0

    C-21 one sign-out serves both duties
      nomorning
      punch 王 A 17:31
      expect K met net 1
      expect W met net 1

    C-21 unless the club wants its own
      plan leave: "study..", text => leave: "study..", latest: "+30m", text
      punch 王 A 17:31
      expect K missing
      expect W met net 0

    C-22 coming in is not going out
      -roster Mon-Fri,club
      +roster Mon-Fri,club,足球@操场,T044,,1
      punch 李 A 16:20
      expect 李:K early net 0 incidents 0

    C-22 a noon punch is no early leave
      punch 王 A 12:48
      expect W missing incidents 0
      expect K missing incidents 0

    C-24 in and out without buttons
      plan need: [ { leave: "home..", text => need: [ { count: 2, in: "16:00..17:40", gap: "20m", text
      punch 王 A 16:44
      punch 王 A 17:31
      expect W met

    C-25 the machine's direction key is ignored
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:02
      expect M met

    C-26 a measured offset is taken out
      -devices A
      fact clock,2026-09-16,,,06:00,420,,A,,,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:16:30
      expect M met

    C-27 a connected machine without a measured clock is pending
      -devices A
      session A up 06:30
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:16:30
      expect M pending granted 2 net 2 incidents 0 doubt awaiting
      pending clockOffset 7

    C-27 whatever an unmeasured clock shows
      -devices A
      session A up 06:30
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 15:16:30
      expect M pending base short
      pending clockOffset 7

    C-27 no longer than the wait
      -devices A
      session A up 06:30
      asof 2026-09-28 08:00
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:16:30
      expect M late incidents 1 use late(minutes: note sourceNeverCame

    C-27 the later measurement repairs history
      -devices A
      session A up 06:30
      fact clock,2026-09-16,,,10:00,420,,A,,,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:16:30
      expect M met

    C-28 an impossible time is quarantined
      punch 王 A 2000-01-01 00:07 at 2026-09-16 07:09
      expect M missing
      stray quarantined 1

    C-28 live, the moment of receipt stands for it
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 2000-01-01 00:07 at 2026-09-16 07:09 received
      expect M met

    C-28 a clock fact repairs it
      -devices A
      fact clock,2026-09-15,,,18:00,0,,A,,,,,
      fact clock,2026-09-16,,,07:09,-842857320,,A,,,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 2000-01-01 00:07 at 2026-09-16 07:09
      expect M met
      stray quarantined 0

    C-29 in impossible time the same record again is a possible repeat
      punch 王 A 2000-01-01 00:07 at 2026-09-16 07:09
      punch 王 A 2000-01-01 00:07 at 2026-09-16 12:09
      stray quarantined 1
      stray possibleRepeat 1

    C-30 a time in 2063 moves nothing
      punch 王 A 2063-01-01 00:07 at 2026-09-16 07:09
      punch 王 A 11:31
      expect N short
      stray quarantined 1

    C-31 a machine in another zone
      -devices A
      +devices A,校门,0,UTC,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 2026-09-15 23:05:00
      expect M met

    C-32 a punch inside a clock jump is contested
      -devices A
      fact clock,2026-09-16,,,06:00,0,,A,,,,,
      fact clock,2026-09-16,,,08:00,-1200,,A,,,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:08
      expect M contested base met net 2 incidents 0 doubt clockJump
      stray clockJump 1

    C-33 a jump that cannot matter contests nothing
      -devices A
      fact clock,2026-09-16,,,06:45,0,,A,,,,,
      fact clock,2026-09-16,,,08:00,-1200,,A,,,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:08
      punch 王 A 06:20
      expect M met

    C-34 doubt about the clock favours the person
      -devices A
      +devices A,校门,0,,5,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:11:02
      expect M met note withinClockUncertainty

    C-34 beyond the doubt it is late
      -devices A
      +devices A,校门,0,,5,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:11:05
      expect M late

    C-34 or the rule decides
      knob doubt: "rule"
      -devices A
      +devices A,校门,0,,5,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:11:02
      expect M late

    C-36 a machine that only sends files is right within a minute
      -devices A
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:11:40
      expect M met note withinClockUncertainty

    C-36 but not more
      -devices A
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:12:00
      expect M late

    C-38 a leap day is a day
      date 2028-02-29
      fact sign,2028-02-29,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:05
      expect M met

    C-40 a leap second reads as the second before
      punch 王 A 17:30:60
      expect W met
    """
