/// Each setting of the plan language with another value than the default (model.md D.6), by the case that names it.
let knobCases = """
    C-03 late by one minute within a grace of two
      knob grace: "2m"
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:12:59
      expect M met net 2 note withinGrace incidents 0

    C-03 beyond the grace it is late from the bound on
      knob grace: "2m"
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:13:00
      expect M late use late(minutes: incidents 1

    C-03 a requirement's own grace
      plan with: ["punch", "sign"] } => with: ["punch"], grace: "5m" }
      punch 王 A 07:15:30
      expect M met note withinGrace

    C-05 leaving within the grace is staying
      nomorning
      knob grace: "2m"
      punch 王 A 17:28:00
      expect W met net 1 note withinGrace

    C-05 and not a second more
      nomorning
      knob grace: "2m"
      punch 王 A 17:27:59
      expect W early net 0

    C-08 the bounce only says how a second tap reads
      knob bounce: "2s"
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:03:10
      punch 王 A 07:03:13
      expect M met use notNeeded

    C-10 two places at once are contested where the plan says so
      knob twoPlaces: "60s"
      -devices B
      +devices B,校车,0,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:03:10
      punch 王 B 07:03:50
      expect M contested base met net 2 doubt twoPlaces

    C-10 not when they are minutes apart
      knob twoPlaces: "60s"
      -devices B
      +devices B,校车,0,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:03:10
      punch 王 B 07:04:11
      expect M met

    C-10 nor when both stand at the same place
      knob twoPlaces: "60s"
      -devices B
      +devices B,校门,0,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:03:10
      punch 王 B 07:03:20
      expect M met

    C-10 a third punch elsewhere in time settles it
      knob twoPlaces: "60s"
      -devices B
      +devices B,校车,0,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 06:50
      punch 王 A 07:03:10
      punch 王 B 07:03:50
      expect M met

    C-12 a storm as the plan counts it
      knob storm: "3/2m"
      punch 王 A 15:00
      punch 王 A 15:01
      punch 王 A 15:02
      stray storm 1

    C-12 too slow for a storm
      knob storm: "3/2m"
      punch 王 A 15:00
      punch 王 A 15:01
      punch 王 A 15:02:01
      stray storm 0

    C-25 the wrong button still counts
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:02 key 1
      expect M met

    C-25 unless the plan goes by the buttons
      knob dir: "on"
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:02 key 1
      expect M short use direction

    C-25 a machine without buttons counts either way
      knob dir: "on"
      nomorning
      punch 王 A 17:31 key 255
      expect W met

    C-25 coming in is not signing out
      knob dir: "on"
      nomorning
      punch 王 A 17:31 key 0
      expect W missing use direction

    C-26 times as the machine showed them
      knob clock: { trust: "machine" }
      -devices A
      fact clock,2026-09-16,,,06:00,420,,A,,,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:16:30
      expect M late

    C-26 then a connected machine needs no measuring
      knob clock: { trust: "machine" }
      -devices A
      session A up 06:30
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:05
      expect M met

    C-28 the moment of receipt never stands for a time
      knob useReceiveTime: "never"
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 2000-01-01 00:07 at 2026-09-16 07:09 received
      expect M short
      stray quarantined 1

    C-36 a wider margin for clocks that nobody measures
      knob clock: { assume: "120s" }
      -devices A
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:12:30
      expect M met note withinClockUncertainty

    C-39 weeks counted from a Monday of the school's own
      knob weekParityFrom: "2026-09-14"
      -roster Mon-Fri,study
      +roster Wed/odd,study,3-2班,T012,,1
      +roster Wed/even,study,3-2班,T033,,1
      expect W missing
      absent 赵:W

    C-39 the last odd week of the year
      date 2026-12-30
      -roster Mon-Fri,study
      +roster Wed/odd,study,3-2班,T012,,1
      +roster Wed/even,study,3-2班,T033,,1
      expect W missing
      absent 赵:W

    C-39 goes on into the next
      date 2027-01-06
      -roster Mon-Fri,study
      +roster Wed/odd,study,3-2班,T012,,1
      +roster Wed/even,study,3-2班,T033,,1
      expect 赵:W missing
      absent W

    C-47 user ids that mean the same on every machine
      knob idSpace: "school"
      -cards 12,T012,,,B
      -devices B
      +devices B,侧门,0,,,
      punch 王 A 11:31
      punch 王 B 12:31
      expect N met

    C-50 a plan that does not wait
      knob watermark: "off"
      open
      expect M missing incidents 1

    C-50 a wait of two days
      knob wait: 2
      open
      asof 2026-09-19 08:00
      expect M missing note sourceNeverCame incidents 1

    C-51 only machines at the duty's places are waited for
      plan name: "早读", when => name: "早读", places: ["校门"], when
      -devices B
      +devices B,侧门,0,,,
      open
      fact complete,2026-09-16,,,23:59,,,A,,,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      expect M short net 0

    C-55 within two days where the plan says so
      knob attest: { within: "+2d 12:00" }
      fact attest,2026-09-16,morning,,07:05,,T012,,L001,,2026-09-18 08:00,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      expect M met note attested

    C-55 by the office where the plan says so
      knob attest: { by: ["office"] }
      fact attest,2026-09-16,morning,,07:05,,T012,,office,,2026-09-16 17:00,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      expect M met

    C-55 then no leader, but always the principal
      knob attest: { by: ["office"] }
      fact attest,2026-09-16,morning,,07:05,,T012,,L001,,2026-09-16 17:00,,
      fact attest,2026-09-16,noon,,11:35,,T012,,principal,,2026-09-16 17:00,,
      punch 王 A 12:48
      expect M missing use claimNotByLeader
      expect N met net 0

    C-56 three a month where the plan says so
      knob attest: { max: 3 }
      fact attest,2026-09-14,noon,,11:35,,T012,,L001,,,,
      fact attest,2026-09-15,noon,,11:35,,T012,,L001,,,,
      fact attest,2026-09-16,noon,,11:35,,T012,,L001,,,,
      punch 王 A 12:48
      expect N met
    """
