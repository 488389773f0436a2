/// Whose a card or a machine's user id was (cases.md C.4), and what a reader's texts mean (card-readers.md 2.5).
let cardCases = """
    C-41 a card changes hands at an instant
      date 2026-09-10
      +cards 0x9A1F,T012,2026-09-01T00:00,2026-09-10T12:00,
      +cards 0x9A1F,T033,2026-09-10T12:00,,
      +roster Mon-Fri,noon,3-3班,T033,,1
      punch card:00009A1F A 11:31
      punch card:00009A1F A 11:50
      punch card:00009A1F A 12:00
      punch card:00009A1F A 12:30
      expect N met
      expect 赵:N met

    C-42 an unknown card waits for its owner
      punch card:000009A1 A 11:31
      punch card:000009A1 A 12:31
      expect N missing
      stray unknownCredential 2

    C-42 registered later with an earlier date it is evidence
      +cards 0x9A1,T012,2026-09-14T00:00,,
      punch card:000009A1 A 11:31
      punch card:000009A1 A 12:31
      expect N met

    C-43 a short number that fits one card
      +cards 0x12009A1F,T012,2026-09-01T00:00,,
      punch short:009A1F A 11:31
      punch card:12009A1F A 12:31
      expect N met

    C-43 a short number that fits two cards is refused
      +cards 0x12009A1F,T012,2026-09-01T00:00,,
      +cards 0x34009A1F,T033,2026-09-01T00:00,,
      punch short:009A1F A 11:31
      punch card:12009A1F A 12:31
      expect N short
      stray ambiguous 1

    C-44 two cards of one person
      +cards 0x9A1F,T012,2026-09-01T00:00,,
      +cards 0x9A2F,T012,2026-09-01T00:00,,
      punch card:00009A1F A 11:31
      punch card:00009A2F A 12:31
      expect N met

    C-45 a card reported lost
      +cards 0x9A1F,T012,2026-09-01T00:00,2026-09-16T07:00,
      punch card:00009A1F A 07:05
      expect M missing
      stray notValidThen 1

    C-45 a fact says that the card was lost
      +cards 0x9A1F,T012,2026-09-01T00:00,,
      fact card,,,,2026-09-16 07:00,,,card:00009A1F,L001,丢失,,,,lost
      punch card:00009A1F A 07:01
      expect M missing
      stray reportedLost 1

    C-45 found again it counts, and before it was lost it did
      +cards 0x9A1F,T012,2026-09-01T00:00,,
      fact card,,,,2026-09-16 11:00,,,card:00009A1F,L001,丢失,,,,lost
      fact card,,,,2026-09-16 12:00,,,card:00009A1F,L001,找回,,,,found
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch card:00009A1F A 07:01
      punch card:00009A1F A 11:31
      punch card:00009A1F A 12:31
      expect M met
      expect N short
      stray reportedLost 1

    C-45 a loss that was withdrawn never was
      +cards 0x9A1F,T012,2026-09-01T00:00,,
      fact card,,,,2026-09-16 07:00,,,card:00009A1F,L001,丢失,,,,lost
      fact retract,,,,,,,,L001,弄错,2026-09-16 09:00,,1,
      fact sign,2026-09-16,morning,,07:05,,T012,,L001,,,,
      punch card:00009A1F A 07:01
      expect M met

    C-41 a fact moves the card that cards.csv gives to somebody else
      date 2026-09-10
      +cards 0x9A1F,T012,2026-09-01T00:00,,
      +roster Mon-Fri,noon,3-3班,T033,,1
      fact card,,,,2026-09-10 12:00,,T033,card:00009A1F,L001,改发,,,,
      punch card:00009A1F A 11:31
      punch card:00009A1F A 11:50
      punch card:00009A1F A 12:00
      punch card:00009A1F A 12:30
      expect N met
      expect 赵:N met

    C-42 enrolled later from an earlier date it is evidence
      asof 2026-09-20 12:00
      punch card:000009A1 A 11:31
      punch card:000009A1 A 12:31
      fact card,,,,2026-09-14 00:00,,T012,card:000009A1,L001,补登记,2026-09-20 09:00,,,
      expect N met

    C-42 before it was enrolled it was none
      asof 2026-09-19 12:00
      punch card:000009A1 A 11:31
      punch card:000009A1 A 12:31
      fact card,,,,2026-09-14 00:00,,T012,card:000009A1,L001,补登记,2026-09-20 09:00,,,
      expect N missing
      stray unknownCredential 2

    C-46 a loan of one day by a fact
      +roster Mon-Fri,club,篮球,X003,,1
      fact card,,,,2026-09-16 00:00,2026-09-17 00:00,X003,card:000077B0,L001,借用,,,,temporary
      punch card:000077B0 A 16:46
      punch card:000077B0 A 2026-09-17 16:46
      expect 教练:K met net 1
      stray notValidThen 1

    C-47 a user id of one machine by a fact
      fact card,,,,,,T044,B/17,L001,,,,,
      fact card,,,,,,T012,A/17,L001,,,,,
      punch user:17 A 11:31
      punch user:17 B 12:31
      expect N short

    2.5 a reader that was taught later is read from the beginning
      +cards 0x004A8E1C,T012,2026-09-01T00:00,,
      punch raw:0004886044 A 11:31
      punch card:004A8E1C A 12:31
      fact reader,,,,,,,A,L001,校对,2026-09-17 10:00,,,dec10
      expect N met

    2.5 not taught it is nobody's
      +cards 0x004A8E1C,T012,2026-09-01T00:00,,
      punch raw:0004886044 A 11:31
      punch card:004A8E1C A 12:31
      expect N short
      stray unknownCredential 1

    2.5 a teaching that was withdrawn reads nothing any more
      +cards 0x004A8E1C,T012,2026-09-01T00:00,,
      fact reader,,,,,,,A,L001,校对,2026-09-17 10:00,,,dec10
      fact retract,,,,,,,,L001,弄错,2026-09-17 11:00,,1,
      punch raw:0004886044 A 11:31
      punch card:004A8E1C A 12:31
      expect N short
      stray unknownCredential 1

    2.5 another reader's format says nothing of this one
      +cards 0x004A8E1C,T012,2026-09-01T00:00,,
      punch raw:0004886044 A 11:31
      punch card:004A8E1C A 12:31
      fact reader,,,,,,,B,L001,校对,,,,dec10
      expect N short

    C-46 a card for one day
      +cards 0x77B0,X003,2026-09-16T00:00,2026-09-17T00:00,
      +roster Mon-Fri,club,篮球,X003,,1
      punch card:000077B0 A 16:46
      expect 教练:K met net 1

    C-47 a user id means nothing on another machine
      -cards 12,T012,,,B
      +cards 12,T044,,,B
      -devices B
      +devices B,侧门,0,,,
      punch 王 A 11:31
      punch 王 B 12:31
      expect N short

    C-48 a shared card is the one's who is on the roster
      +cards 0x9A1F,T012,2026-09-01T00:00,,
      +cards 0x9A1F,T044,2026-09-01T00:00,,
      punch card:00009A1F A 17:31
      expect W met
      expect 李:S missing

    C-48 or doubtful when both are
      +roster Mon-Fri,study,3-3班,T044,,1
      +cards 0x9A1F,T012,2026-09-01T00:00,,
      +cards 0x9A1F,T044,2026-09-01T00:00,,
      punch card:00009A1F A 17:31
      expect W contested doubt identity
      expect 李:W contested
      stray shared 1

    C-48 the last day of a person is inclusive
      -people T012
      +people T012,王芳,teacher,rateA,2020-09-01,2026-09-16,
      punch 王 A 17:31
      expect W met
      absent M@2026-09-17
    """
