/// Cases of our own about calendars, posts, orders, forms and closing.
let combinedDayCases = """
    Q-31 a make-up day has its own parity
      date 2026-10-10
      +calendar 2026-10-10,school,Thu,,补班按周四
      -roster Mon-Fri,study
      +roster Thu/odd,study,3-2班,T012,,1
      +roster Thu/even,study,3-2班,T033,,1
      expect W missing
      absent 赵:W

    Q-32 a make-up day on a Sunday by Monday's roster
      date 2026-09-27
      +calendar 2026-09-27,school,Mon,,补班按周一
      +roster Mon,stairs,东楼,T033,,1
      expect 赵:T met
      expect M missing

    Q-33 a dated row on a make-up day
      date 2026-10-10
      +calendar 2026-10-10,school,Thu,,补班按周四
      +roster 2026-10-10,morning,3-2班,T033,,1
      expect 赵:M missing
      absent M

    Q-34 a sports day on which the club does not end
      +calendar 2026-09-16,school,,sports,运动会
      nomorning
      punch 王 A 14:44
      expect K early
      expect W early

    Q-35 a sports day cut by a closure
      +calendar 2026-09-16,school,,sports,运动会
      nomorning
      fact closure,2026-09-16,,,15:00,,,,L001,,,,
      punch 王 A 15:05
      expect W met net 1
      expect K met

    Q-36 the stairs with more time on a day with an event
      plan lead: { bigBreak: "5m", => lead: { events: "20m", bigBreak: "5m",
      +calendar 2026-09-16,event,,,开放日
      +roster Wed,stairs,东楼,T033,,1
      expect 赵:T met window 08:30-16:45

    Q-37 several bells and leave over one of them
      +roster Wed,stairs,东楼,T033,,1
      fact leave,2026-09-16,,,08:30,09:00,T033,,L001,,,,
      fact seen,2026-09-16,stairs,东楼,08:50,,,absent,L001,,,,
      expect 赵:T met use excusedTime net 2

    Q-38 and missing at another
      +roster Wed,stairs,东楼,T033,,1
      fact leave,2026-09-16,,,08:30,09:00,T033,,L001,,,,
      fact seen,2026-09-16,stairs,东楼,09:40,,,absent,L001,,,,
      expect 赵:T missing net 0 incidents 1

    Q-39 seen absent twice is one incident
      +roster Wed,stairs,东楼,T033,,1
      fact seen,2026-09-16,stairs,东楼,08:50,,,absent,L001,,,,
      fact seen,2026-09-16,stairs,东楼,09:40,,,absent,L001,,,,
      expect 赵:T missing net 0 incidents 1

    Q-40 several bells on a covered duty
      +roster Wed,stairs,东楼,T033,,1
      fact cover,2026-09-16,stairs,,,,T033,T044,L001,,,,
      fact seen,2026-09-16,stairs,东楼,09:40,,,absent,L001,,,,
      expect 赵:T excused incidents 0
      expect 李:T missing incidents 1

    Q-41 two posts of one duty on one day
      +roster Mon-Fri,noon,3-3班,T012,,1
      nomorning
      punch 王 A 11:31
      punch 王 A 12:48
      expect N/3-2班 met net 3
      expect N/3-3班 met net 3

    Q-42 an observation of one of the posts
      +roster Mon-Fri,yard,操场,T033,,1
      +roster Mon-Fri,yard,后院,T033,,1
      fact seen,2026-09-16,yard,后院,17:00,,,absent,L001,,,,
      expect 赵:Y/后院 missing
      expect 赵:Y/操场 met

    Q-43 an observation of one of two seats
      plan yard:    { name: "操场", => yard: { seats: 2, name: "操场",
      +roster Mon-Fri,yard,操场,T033,,1
      +roster Mon-Fri,yard,操场,T044,,2
      fact seen,2026-09-16,yard,操场,17:00,,T044,absent,L001,,,,
      expect 赵:Y met
      expect 李:Y missing

    Q-44 an observation of both seats
      plan yard:    { name: "操场", => yard: { seats: 2, name: "操场",
      +roster Mon-Fri,yard,操场,T033,,1
      +roster Mon-Fri,yard,操场,T044,,2
      fact seen,2026-09-16,yard,操场,17:00,,,absent,L001,,,,
      expect 赵:Y missing
      expect 李:Y missing

    Q-45 an order on a school day beside the roster
      fact order,2026-09-16,extra,,18:00,20:00,T012,,L001,,,,
      nomorning
      punch 王 A 17:31
      punch 王 A 20:00
      expect E met granted 3 minutes 120
      expect W met net 1

    Q-46 an order at the time of another duty is told
      fact order,2026-09-16,extra,,17:00,18:00,T012,,L001,,,,
      punch 王 A 17:31
      expect E met note overlaps

    Q-47 two orders on one day
      date 2026-10-01
      fact order,2026-10-01,extra,,08:00,09:00,T012,,L001,,,,
      fact order,2026-10-01,extra,,14:00,16:00,T012,,L001,,,,
      punch 王 A 08:00
      punch 王 A 09:00
      punch 王 A 14:00
      punch 王 A 16:00
      total 王 granted 4 net 4

    Q-48 leave over an order
      date 2026-10-01
      fact order,2026-10-01,extra,,08:00,11:00,T012,,L001,,,,
      fact leave,2026-10-01,,,,,T012,,L001,,,,
      expect E excused granted 0

    Q-49 a covered order
      date 2026-10-01
      fact order,2026-10-01,extra,,08:00,11:00,T012,,L001,,,,
      fact cover,2026-10-01,extra,,,,T012,T033,L001,,,,
      punch 赵 A 08:00
      punch 赵 A 11:00
      expect E excused granted 0
      expect 赵:E met granted 4

    Q-50 late and early on one duty carry both
      plan need: [ { leave: "home..", text => need: [ { arrive: "study..study" }, { leave: "home..", text
      nomorning
      -roster Mon-Fri,club
      punch 王 A 16:50
      expect W early net 0 incidents 1

    Q-51 absence of a duty replaces that of the plan
      plan leave: "study.." } ], absence: {} => arrive: "study..study" } ], absence: { missing: ["incident rest"] }
      expect 赵:S missing incidents 1

    Q-52 a void of the month
      plan else: ["void noon"] => else: ["void month"]
      nomorning
      fact complete,2026-09-01..2026-09-20,,,,,,A,,,,,
      punch 王 A 17:31
      expect N missing net 0
      expect W met granted 1 net 0

    Q-53 a form and a signature and a punch
      plan 17:30以后签退" } ] => 17:30以后签退", with: ["punch", "sign"] }, { form: "看管记录", by: "+1d 12:00", missing: ["notify leader"] } ]
      nomorning
      fact sign,2026-09-16,study,,17:31,,T012,,L001,,,,
      fact sheet,2026-09-16,study,,,,,,L001,,,,
      punch 王 A 17:31
      expect W missing granted 1 net 1

    Q-54 a form for the week is asked for on its last day
      plan 17:30以后签退" } ] => 17:30以后签退" }, { form: "周记录", by: "+1d 12:00", every: "week" } ]
      nomorning
      punch 王 A 17:31
      expect W met net 1

    Q-55 there it is missing
      date 2026-09-18
      asof 2026-09-22 20:00
      plan 17:30以后签退" } ] => 17:30以后签退" }, { form: "周记录", by: "+1d 12:00", every: "week" } ]
      nomorning
      punch 王 A 17:31
      expect W missing granted 1 net 1

    Q-56 filed on any day of the week
      date 2026-09-18
      asof 2026-09-22 20:00
      plan 17:30以后签退" } ] => 17:30以后签退" }, { form: "周记录", by: "+1d 12:00", every: "week" } ]
      nomorning
      fact form,2026-09-15,study,3-2班,,,,周记录,T012,,2026-09-15 17:40,,
      punch 王 A 17:31
      expect W met net 1

    Q-57 leave over half the duty and late for the rest
      fact leave,2026-09-16,,,06:00,07:05,T012,,L001,,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:15
      expect M late net 0 incidents 1

    Q-58 contested by two things at once, ruled once
      fact leave,2026-09-16,,,,,T012,,L001,,2026-09-16 09:00,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,2026-09-18 09:00,,
      fact ruling,2026-09-16,morning,,,,T012,excused,L001,病假,2026-09-18 10:00,,
      expect M excused granted 0 incidents 0

    Q-59 closing while a machine never came
      closing
      open
      expect M missing incidents 1 note sourceNeverCame

    Q-60 closing while a sheet never came favours the person
      closing
      unsheeted
      punch 王 A 07:05
      expect M met net 2 note sourceNeverCame

    Q-61 closing late leave favours the person
      closing
      fact leave,2026-09-16,,,,,T012,,L001,,2026-09-16 09:00,,
      expect M excused incidents 0 note settledAtClose

    Q-62 closing a pupil's word alone favours the person
      closing
      +roster Wed,stairs,东楼,T033,,1
      fact seen,2026-09-16,stairs,东楼,10:20,,,absent,pioneer,,,,
      expect 赵:T met net 2 note settledAtClose

    Q-63 the covered teacher is docked nothing for the taker
      plan else: ["void day"], cite: "六.1" => else: ["dock 1/2 day"], cite: "六.1"
      fact cover,2026-09-16,morning,3-2班,,,T012,T033,L001,代班,,,
      punch 王 A 11:31
      punch 王 A 12:48
      punch 王 A 17:31
      total 王 granted 5 docked 0 net 5

    Q-64 a teacher who came to the school in mid-month
      +people T070,孙,teacher,rateA,2026-09-17,,
      +cards 70,T070,,,A
      +roster Mon-Fri,yard,操场,T070,,1
      absent T070:yard
      expect T070:yard@2026-09-17 met

    Q-65 several machines one of which lost its session over the bound
      -devices B
      session R up 2026-09-15 06:00
      session R lost 17:20
      session R up 17:40
      nomorning
      expect W contested base missing doubt partialOutage

    Q-66 a reader that came back without having gone was left alone
      open
      -devices A
      session A up 2026-09-15 06:00
      session A up 08:00
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      expect M excused granted 2 relief outage
    """
