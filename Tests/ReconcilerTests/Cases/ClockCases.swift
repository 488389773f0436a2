/// True time: zones, days of other lengths, clocks that drift and jump (cases.md C.3, model.md D.8, 10).
let clockCases = """
    C-35 the hour that comes twice: before the bell the first time
      zone dst
      knob dayStart: "04:00"
      plan gate:    { name: "大门口", when: "study..home", => gate: { name: "夜班", need: [ { leave: "00:30.." } ],
      +roster Wed,gate,南门,T012,,1
      punch 王 A 2026-09-17 00:10 live
      expect gate early

    C-35 the second time it is after
      zone dst
      knob dayStart: "04:00"
      plan gate:    { name: "大门口", when: "study..home", => gate: { name: "夜班", need: [ { leave: "00:30.." } ],
      +roster Wed,gate,南门,T012,,1
      punch 王 A 2026-09-17 00:10 live second
      expect gate met

    C-35 an hour lies between the same time twice
      zone dst
      knob dayStart: "04:00"
      plan gate:    { name: "大门口", when: "study..home", => gate: { name: "夜班", need: [ { count: 2, in: "00:00..00:59+120m", gap: "50m" } ],
      +roster Wed,gate,南门,T012,,1
      punch 王 A 2026-09-17 00:10 live
      punch 王 A 2026-09-17 00:10 live second
      expect gate met

    C-35 a machine without an offset means the first
      zone dst
      knob dayStart: "04:00"
      plan gate:    { name: "大门口", when: "study..home", => gate: { name: "夜班", need: [ { leave: "00:30.." } ],
      +roster Wed,gate,南门,T012,,1
      punch 王 A 2026-09-17 00:40
      expect gate met

    C-35 a bell after the change rings an hour later
      zone dst
      knob dayStart: "04:00"
      plan gate:    { name: "大门口", when: "study..home", => gate: { name: "夜班", need: [ { leave: "00:30+60m.." } ],
      +roster Wed,gate,南门,T012,,1
      punch 王 A 2026-09-17 01:10 live
      expect gate early

    C-37 Shanghai's summer time of 1986
      zone system
      date 1986-07-02
      plan from: "2026-09-01" => from: "1986-05-01"
      -people T012
      +people T012,王芳,teacher,rateA,1980-09-01,,
      -devices A
      +devices A,校门,0,UTC,,
      nomorning
      punch 王 A 08:31
      expect W met

    C-37 without it the hour would be missing
      zone system
      date 1986-10-08
      plan from: "2026-09-01" => from: "1986-05-01"
      -people T012
      +people T012,王芳,teacher,rateA,1980-09-01,,
      -devices A
      +devices A,校门,0,UTC,,
      nomorning
      punch 王 A 08:31
      expect W early

    C-38 a leap day with a form due the day after
      date 2028-02-29
      plan 17:30以后签退" } ] => 17:30以后签退" }, { form: "看管记录", by: "+1d 12:00" } ]
      nomorning
      fact form,2028-02-29,study,3-2班,,,,看管记录,T012,,2028-03-01 11:59,,
      punch 王 A 17:31
      expect W met

    D.8-10 a steady drift is taken out between two measurements
      -devices A
      fact clock,2026-09-16,,,00:00,0,,A,,,,,
      fact clock,2026-09-17,,,00:00,40,,A,,,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:11:11
      expect M met

    D.8-10 and what is left over decides
      -devices A
      fact clock,2026-09-16,,,00:00,0,,A,,,,,
      fact clock,2026-09-17,,,00:00,40,,A,,,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:11:12
      expect M late

    D.8-10 long after its measurement a clock is not so sure
      -devices A
      fact clock,2026-09-06,,,07:00,0,,A,,,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:11:19
      expect M met note withinClockUncertainty

    D.8-10 two seconds a day, no more
      -devices A
      fact clock,2026-09-06,,,07:00,0,,A,,,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:11:20
      expect M late

    D.8-10 and never less sure than a clock nobody measured
      -devices A
      fact clock,2026-06-16,,,07:00,0,,A,,,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:12:00
      expect M late

    D.8-10 a change of a minute is no jump
      -devices A
      fact clock,2026-09-16,,,06:00,0,,A,,,,,
      fact clock,2026-09-16,,,08:00,60,,A,,,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:11:00
      expect M met

    D.8-10 a minute and a second within two hours is
      -devices A
      fact clock,2026-09-16,,,06:00,0,,A,,,,,
      fact clock,2026-09-16,,,08:00,61,,A,,,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:11:00
      expect M contested base late doubt clockJump

    D.8-10 what had come before the clock was set was before
      -devices A
      fact clock,2026-09-16,,,06:00,0,,A,,,,,
      fact clock,2026-09-16,,,08:00,-1200,,A,,,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:08 at 2026-09-16 07:10
      expect M met

    D.8-10 the computer's clock itself may be wrong
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:11:30 live unsure
      expect M met note withinClockUncertainty

    D.8-10 a zone that nobody knows leaves the clock unread
      -devices A
      +devices A,校门,0,Mars/Olympus,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:05
      expect M pending

    D.8-10 more than a year before the plan cannot be
      plan from: "2026-09-01" => from: "2026-01-05"
      punch 王 A 2025-01-03 23:00 at 2026-09-16 09:00
      stray quarantined 1

    D.8-11 a leave bound waits until the service day is over
      open
      fact complete,2026-09-16,,,23:58,,,A,,,,,
      expect W pending base missing

    D.8-11 which may be in the next morning
      open
      knob dayStart: "04:00"
      fact complete,2026-09-17,,,03:59,,,A,,,,,
      expect W pending base missing

    D.8-11 then it is judged
      open
      knob dayStart: "04:00"
      fact complete,2026-09-17,,,04:00,,,A,,,,,
      fact complete,2026-09-17,,,04:00,,,B,,,,,
      expect W missing

    D.9 a machine is as complete as its own clock says
      open
      -devices A
      fact clock,2026-09-16,,,06:00,600,,A,,,,,
      import A until 07:19 at 11:06
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      expect M pending

    D.9 and not a minute less
      open
      -devices A
      fact clock,2026-09-16,,,06:00,600,,A,,,,,
      import A until 07:21 at 11:06
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      expect M short
    """
