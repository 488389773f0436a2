/// Cases of our own: what happens when several things happen at once, or when decisions follow on decisions.
let combinedCases = """
    Q-01 the taker is on leave
      fact cover,2026-09-16,morning,3-2班,,,T012,T033,L001,代班,,,
      fact leave,2026-09-16,,,,,T033,,L001,,,,
      expect M excused incidents 0
      expect 赵:M excused granted 0 incidents 0 note postUncovered
      post M unstaffed alert onLeave

    Q-02 the taker on leave is covered in turn
      fact cover,2026-09-16,morning,3-2班,,,T012,T033,L001,代班,,,
      fact leave,2026-09-16,,,,,T033,,L001,,,,
      fact cover,2026-09-16,,,,,T033,T044,L001,代班,,,
      fact sign,2026-09-16,morning,,07:05,,T044,,L001,,,,
      punch 李 A 07:05
      expect 李:M met granted 2 for T033
      post M staffed empty -

    Q-03 a cover on a duty that is cancelled
      fact cover,2026-09-16,noon,3-2班,,,T012,T033,L001,代班,,,
      fact closure,2026-09-16,,,11:00,,,,L001,,,,
      expect N excused granted 0
      expect 赵:N excused granted 0 incidents 0

    Q-04 cancelled in full the taker earns
      knob cancelCredits: "full"
      fact cover,2026-09-16,noon,3-2班,,,T012,T033,L001,代班,,,
      fact closure,2026-09-16,,,11:00,,,,L001,,,,
      expect N excused granted 0
      expect 赵:N excused granted 3

    Q-05 rain moves the duty to somebody on leave
      -roster Mon-Fri,club
      +roster Mon-Fri,club,足球@操场,T012,dry,1
      +roster Mon-Fri,club,足球@体育馆,T033,rain,1
      fact rain,2026-09-16,,,15:40,,,,T001,,,,
      fact leave,2026-09-16,,,,,T033,,L001,,,,
      absent K
      expect 赵:K excused granted 0
      post K unstaffed alert onLeave

    Q-06 and who covers him
      -roster Mon-Fri,club
      +roster Mon-Fri,club,足球@操场,T012,dry,1
      +roster Mon-Fri,club,足球@体育馆,T033,rain,1
      fact rain,2026-09-16,,,15:40,,,,T001,,,,
      fact cover,2026-09-16,club,,,,T033,T044,L001,,,,
      punch 李 A 16:46
      expect 李:K met granted 1 post 足球@体育馆

    Q-07 a cover of the dry teacher means nothing in the rain
      -roster Mon-Fri,club
      +roster Mon-Fri,club,足球@操场,T012,dry,1
      +roster Mon-Fri,club,足球@体育馆,T033,rain,1
      fact rain,2026-09-16,,,15:40,,,,T001,,,,
      fact cover,2026-09-16,club,,,,T012,T044,L001,,,,
      absent K
      absent 李:K
      expect 赵:K missing

    Q-08 rain for one duty only
      -roster Mon-Fri,club
      +roster Mon-Fri,club,足球@操场,T012,dry,1
      +roster Mon-Fri,club,足球@体育馆,T033,rain,1
      fact rain,2026-09-16,yard,,15:40,,,,T001,,,,
      expect K missing
      absent 赵:K

    Q-09 rain declared twice and revoked once
      -roster Mon-Fri,club
      +roster Mon-Fri,club,足球@操场,T012,dry,1
      +roster Mon-Fri,club,足球@体育馆,T033,rain,1
      fact rain,2026-09-16,,,10:00,,,,T001,,,,
      fact rain,2026-09-16,,,12:00,,,off,T001,,,,
      fact rain,2026-09-16,,,16:00,,,,T001,,,,
      absent K
      expect 赵:K missing

    Q-10 an outage while on leave for a part
      fact leave,2026-09-16,,,11:00,12:00,T012,,L001,,,,
      fact outage,2026-09-16,,,12:00,13:31,,A,L001,停电,,,
      expect N excused

    Q-11 leave and closure leave nothing of the noon
      fact leave,2026-09-16,,,11:00,12:00,T012,,L001,,,,
      fact closure,2026-09-16,,,12:00,,,,L001,,,,
      expect N excused granted 0

    Q-12 an outage over the moved end
      nomorning
      fact closure,2026-09-16,,,17:00,,,,L001,,,,
      fact outage,2026-09-16,,,16:50,17:40,,A,L001,停电,,,
      expect W excused granted 1 net 1

    Q-13 a closure called off
      nomorning
      fact closure,2026-09-16,,,11:00,,,,L001,,,,
      fact closure,2026-09-16,,,11:00,,,off,L001,,,,
      punch 王 A 17:31
      expect W met net 1

    Q-14 a closure withdrawn
      nomorning
      fact closure,2026-09-16,,,11:00,,,,L001,,,,
      fact retract,2026-09-16,,,,,,,L001,,,,1
      punch 王 A 17:31
      expect W met net 1

    Q-15 a closure of one post
      fact closure,2026-09-16,study,3-2班,11:00,,,,L001,,,,
      +roster Mon-Fri,study,3-3班,T033,,1
      punch 赵 A 17:31
      expect W excused granted 0
      expect 赵:W met net 1

    Q-16 a swap whose taker swaps on
      -roster Mon-Fri,morning
      +roster Wed,morning,3-2班,T012,,1
      +roster Thu,morning,3-2班,T033,,1
      +roster Fri,morning,3-2班,T044,,1
      fact swap,2026-09-16,morning,,,2026-09-17,T012,T033,L001,,,,
      fact swap,2026-09-16,morning,,,2026-09-18,T033,T044,L001,,,,
      expect M excused by T033
      expect 赵:M excused by T044 for T012
      expect 李:M missing for T033
      expect M@2026-09-17 missing for T033

    Q-17 a swap of a day nobody has
      -roster Mon-Fri,morning
      +roster Wed,morning,3-2班,T012,,1
      fact swap,2026-09-16,morning,,,2026-09-18,T012,T033,L001,,,,
      expect M excused by T033
      expect 赵:M missing
      absent M@2026-09-18

    Q-18 a cover of a swapped duty
      -roster Mon-Fri,morning
      +roster Wed,morning,3-2班,T012,,1
      +roster Fri,morning,3-3班,T033,,1
      fact swap,2026-09-16,morning,,,2026-09-18,T012,T033,L001,,,,
      fact cover,2026-09-16,morning,,,,T033,T044,L001,,,,
      expect M excused by T033
      expect 赵:M excused by T044
      expect 李:M missing incidents 1

    Q-19 whoever swapped a duty away earns nothing by coming
      -roster Mon-Fri,morning
      +roster Wed,morning,3-2班,T012,,1
      +roster Fri,morning,3-3班,T033,,1
      fact swap,2026-09-16,morning,,,2026-09-18,T012,T033,L001,,,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch 王 A 07:05
      expect M excused granted 0
      expect 赵:M missing incidents 1

    Q-20 two seats and two covers
      plan "morning..lesson1", credits => "morning..lesson1", seats: 2, credits
      +roster Mon-Fri,morning,3-2班,T033,,2
      fact cover,2026-09-16,morning,,,,T012,T044,L001,,,,
      fact cover,2026-09-16,morning,,,,T033,T060,L001,,,,
      fact sign,2026-09-16,morning,,07:05,,T044,,L001,,,,
      punch 李 A 07:05
      expect 李:M met
      expect 钱:M missing
      post M staffed seats 1/2

    Q-21 one teacher in both seats' place is one line
      plan "morning..lesson1", credits => "morning..lesson1", seats: 2, credits
      +roster Mon-Fri,morning,3-2班,T033,,2
      fact cover,2026-09-16,morning,,,,T033,T012,L001,,,,
      expect 赵:M excused by T012

    Q-22 a withdrawn cover
      fact cover,2026-09-16,morning,3-2班,,,T012,T033,L001,代班,,,
      fact retract,2026-09-16,,,,,,,L001,,,,1
      expect M missing incidents 1
      absent 赵:M

    Q-23 a withdrawn leave
      fact leave,2026-09-16,,,,,T012,,L001,,,,
      fact retract,2026-09-16,,,,,,,L001,,,,1
      expect M missing incidents 1

    Q-24 a withdrawn ruling leaves the one before
      fact ruling,2026-09-16,morning,,,,T012,met,L001,a,2026-09-17 08:00,,
      fact ruling,2026-09-16,morning,,,,T012,missing,L001,b,2026-09-17 09:00,,
      fact retract,2026-09-17,,,,,,,L001,,,,2
      expect M met net 2

    Q-25 a ruling over a ruling over a ruling
      fact ruling,2026-09-16,morning,,,,T012,met,L001,a,2026-09-17 08:00,,
      fact ruling,2026-09-16,morning,,,,T012,missing,L001,b,2026-09-17 09:00,,
      fact ruling,2026-09-16,morning,,,,T012,excused,L001,c,2026-09-17 10:00,,
      expect M excused granted 0 incidents 1 open 0

    Q-26 a ruling for one of two posts
      +roster Mon-Fri,noon,3-3班,T012,,1
      fact ruling,2026-09-16,noon,3-3班,,,T012,met,L001,a,2026-09-17 08:00,,
      expect N/3-3班 met net 0
      expect N/3-2班 missing

    Q-27 everything withdrawn is as if nothing had been
      fact leave,2026-09-16,,,,,T012,,L001,,,,
      fact cover,2026-09-16,noon,,,,T012,T033,L001,,,,
      fact ruling,2026-09-16,study,,,,T012,met,L001,x,,,
      fact retract,2026-09-16,,,,,,,L001,,,,1
      fact retract,2026-09-16,,,,,,,L001,,,,2
      fact retract,2026-09-16,,,,,,,L001,,,,3
      expect M missing incidents 1
      expect N missing
      expect W missing
      absent 赵:N

    Q-28 a withdrawn sheet is not entered
      unsheeted
      fact sheet,2026-09-16,morning,,,,,,L001,,,,
      fact retract,2026-09-16,,,,,,,L001,,,,1
      punch 王 A 07:05
      expect M pending base short
      pending sheet 1

    Q-29 a withdrawn claim
      fact attest,2026-09-16,morning,,07:05,,T012,,L001,,2026-09-16 17:00,,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      fact retract,2026-09-16,,,,,,,L001,,,,1
      expect M short

    Q-30 a withdrawn claim makes room for another
      fact attest,2026-09-14,noon,,11:35,,T012,,L001,,,,
      fact attest,2026-09-15,noon,,11:35,,T012,,L001,,,,
      fact retract,2026-09-15,,,,,,,L001,,,,1
      fact attest,2026-09-16,noon,,11:35,,T012,,L001,,,,
      punch 王 A 12:48
      expect N met
    """
