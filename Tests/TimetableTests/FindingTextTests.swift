import AttendanceModel
import TextCodec
import Testing
import Timetable

struct FindingTextTests {
    private static let date = Fixture.date("2026-09-16")

    /// One of each kind, with the words that its sentence must hold.
    static let kinds: [(kind: FindingKind, words: [String])] = [
        (.undecodable(TextEncodingError(encoding: .gb18030, offset: 7, line: 2)), ["7", "GB18030"]),
        (.syntax(JSON5Error(position: TextPosition(line: 1, column: 2), reason: .trailingText)), []),
        (.csv(.noHeader), []), (.csv(.unclosedQuote), []), (.csv(.textAfterQuote), []),
        (.csv(.tooManyCells(found: 9, named: 4)), ["9", "4"]), (.csv(.fullWidthComma), []),
        (.missingFile, ["dutyclock init"]),
        (.unknownKey("wehn", in: "duties.d", nearest: "when"), ["wehn", "duties.d", "when"]),
        (.unknownKey("x", in: "", nearest: nil), ["x"]), (.missingKey("zone", in: ""), ["zone"]),
        (.wrongValue(path: "gap", found: "\"x\"", expected: .duration), ["gap", "\"x\"", "10m"]),
        (.question(path: "seasons[0].from"), ["seasons[0].from"]), (.unknownZone(.notFound("Mars")), ["Mars"]),
        (.unknownZone(.invalidName("..")), [".."]), (.unknownZone(.malformed("Mars")), ["Mars"]),
        (.unknownZone(.unreadable("Mars", errno: 13)), ["Mars", "13"]),
        (.conflictingKeys("when", "at", in: "duties.d"), ["when", "at", "duties.d"]),
        (.unreadableTime(path: "bells.s.a", text: "16:45T7:30"), ["bells.s.a", "16:45T7:30"]),
        (.twelveHour(path: "bells.s.a", text: "3:50", meant: "15:50"), ["3:50", "15:50"]),
        (.bellGoesBack(bell: "home", table: "s", time: "07:30", previous: "16:45"), ["home", "07:30", "16:45"]),
        (.bellsNotRising(bell: "breaks", table: "s"), ["breaks"]),
        (.emptyWindow(path: "duties.d.when", from: "17:30", until: "16:20", table: "s"), ["17:30", "16:20", "s"]),
        (.unknown(.duty, "clb", nearest: "club"), ["clb", "club"]),
        (.unknown(.person, "T9", nearest: nil), ["people.csv"]),
        (.unknown(.bell, "hom", nearest: nil), ["hom"]), (.unknown(.bellTable, "x", nearest: nil), ["x"]),
        (.unknown(.part, "x", nearest: nil), ["x"]), (.unknown(.variant, "x", nearest: nil), ["variants"]),
        (.circularBells("a"), ["a", "like"]), (.bellMissing(bell: "home", table: "s", duty: "d"), ["home", "s", "d"]),
        (.partWithoutDuty(part: "noon", duty: "d"), ["noon", "d"]),
        (.windowVanishes(duty: "d", table: "s"), ["d", "s"]),
        (.seasonGap(from: "2026-10-01", to: "2026-10-02"), ["2026-10-01", "2026-10-02"]),
        (.seasonOverlap(day: "2026-10-01", first: "a", second: "b"), ["2026-10-01", "a", "b"]),
        (.missingColumn("duty"), ["duty"]), (.unknownColumn("knd", nearest: "kind"), ["knd", "kind"]),
        (.unknownColumn("x", nearest: nil), ["x"]), (.repeatedColumn("duty"), ["duty"]),
        (.blankCell(column: "duty"), ["duty"]),
        (.wrongCell(column: "day", text: "x", expected: .days), ["day", "x", "Mon"]),
        (.repeatedKey(column: "id", text: "T1", firstLine: 3), ["id", "T1", "3"]),
        (.blankFactCell(column: "person", fact: .leave), ["leave", "person"]),
        (.twelveHourCell(column: "from", text: "3:40", meant: "15:40"), ["from", "3:40", "15:40"]),
        (.sameName(name: "张伟", ids: ["T3", "T4"]), ["张伟", "T3", "T4"]),
        (.ambiguousName(name: "张伟", ids: ["T3", "T4"]), ["张伟", "T3", "T4"]),
        (.rateMissing(pay: "rateB", person: "T1"), ["rateB", "T1"]),
        (.personAway(person: "T1", from: date, to: date), ["T1", "2026-09-16"]),
        (.personAway(person: "T1", from: date, to: nil), ["2026-09-16"]),
        (.personAway(person: "T1", from: nil, to: date), ["2026-09-16"]),
        (.personAway(person: "T1", from: nil, to: nil), ["T1"]),
        (.dutyWithoutRow(duty: "d"), ["d"]),
        (.postUncovered(duty: "d", post: "p", gap: .weekday(.friday)), ["d", "p"]),
        (.postUncovered(duty: "d", post: "p", gap: .parity(.odd)), ["p"]),
        (.postUncovered(duty: "d", post: "p", gap: .parity(.even)), ["p"]),
        (.postUncovered(duty: "d", post: "p", gap: .variant("rain")), ["rain"]),
        (.twoInOneSeat(duty: "d", post: "p", persons: ["T1", "T2"], otherLine: 4), ["d", "p", "T1", "T2", "4"]),
        (
            .overlap(person: "T1", duties: ["d", "e"], day: .weekdays([.monday], .odd), otherLine: 4),
            ["T1", "d", "e", "4"]
        ),
        (.overlap(person: "T1", duties: ["d", "e"], day: .date(date), otherLine: 4), ["2026-09-16"]),
        (.seatNotInPlan(seat: 3, seats: 2, duty: "d"), ["3", "2", "d"]),
        (
            .kindNotWanted(person: "P1", kind: "parent", duty: "d", wanted: ["teacher"]),
            ["P1", "parent", "d", "teacher"]
        ),
        (
            .overlap(person: "T1", duties: ["d", "e"], day: .date(date), otherLine: 4, isRefused: true),
            ["T1", "d", "4"]
        ),
        (
            .kindNotAllowed(person: "P1", kind: "company", allowed: ["teacher", "leader"]),
            ["P1", "company", "teacher", "leader"]
        ),
        (
            .beyondLimit(.end, found: "18:30", most: "18:00", duties: ["d"], table: "all"),
            ["18:30", "18:00", "d", "all", "limits"]
        ),
        (
            .beyondLimit(.minutes, found: "75", most: "60", duties: ["d", "e"], table: "all"),
            ["75", "60", "d", "e", "all"]
        ),
        (.beyondLimit(.credits, found: "2", most: "1", duties: ["d"], table: "all"), ["2", "1", "d", "all"]),
        (.beyondLimit(.fen, found: "9000", most: "8000", duties: ["rateA"], table: nil), ["9000", "8000", "rateA"]),
        (
            .tooFewPersons(duty: "d", post: "p", pupils: 28, persons: 1, needed: 2, day: .friday),
            ["d", "p", "28", "1", "2"]
        ),
        (.groupWithoutPost(group: "g", post: "p", duty: "d"), ["g", "p", "d"]),
        (.uselessKey("gap", in: "duties.d.need[0]", form: "leave"), ["gap", "duties.d.need[0]", "leave"]),
        (.derivedDutyInRoster(duty: "d"), ["d"]), (.parityWithoutTerm, ["calendar.csv", "term"]),
        (.rowNeverApplies(duty: "d"), ["d"]), (.makeUpQuestion(date: date), ["2026-09-16", "as"]),
        (.contradictingDates(date: date, otherLine: 4), ["2026-09-16", "4"]),
        (.severalCards(person: "T1", cards: ["card:1", "card:2"]), ["T1", "card:1", "card:2"]),
        (.sharedCard(card: "card:1", persons: ["T1", "T2"], otherLine: 4), ["card:1", "T1", "T2", "4"]),
        (.ambiguousCard(text: "123", readings: ["a", "b"]), ["123", "a", "b", "format"]),
        (.unreadableCard(text: "hello", reason: .characters("hello", .hex10)), ["hello"]),
        (.cardNotForEnrolment(text: "08A1B2C3", reason: .randomUID), ["08A1B2C3", "08"]),
        (.machineZone(zone: "Mars", device: "gate", school: "UTC"), ["Mars", "gate", "UTC"]),
    ]

    @Test(arguments: kinds)
    func saysEveryKindInBothLanguages(kind: FindingKind, words: [String]) {
        let english = kind.sentence(in: .english)
        let chinese = kind.sentence(in: .chinese)
        for sentence in [english, chinese] {
            #expect(sentence.count > 8)
            #expect(!sentence.contains("Optional"))
            for word in words { #expect(sentence.contains(word), "“\(word)” in: \(sentence)") }
        }
        #expect(chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
        #expect(english.unicodeScalars.contains { ("a"..."z").contains($0) })
    }

    @Test(arguments: [
        FindingKind.Expectation.text, .wholeNumber, .object, .list, .boolean, .time, .laterTime, .date, .dateTime,
        .dates,
        .days, .season, .duration, .bellTime, .interval, .deadline, .credits, .consequence, .evidence, .who, .seat,
        .oneOf(["a", "b"]), .money, .card, .seconds,
        .storm, .coverLimit, .monday,
    ])
    func saysEveryExpectationInBothLanguages(expected: FindingKind.Expectation) {
        let kind = FindingKind.wrongCell(column: "c", text: "t", expected: expected)
        #expect(kind.sentence(in: .english).count > "“t” in the column “c” is not ".count)
        #expect(kind.sentence(in: .chinese).count > "“c”列的“t”不对，应为".count)
    }

    @Test func writesPlaceAndSeverity() {
        let finding = Finding(file: "plan.json5", line: 3, column: 17, .question(path: "gap"))
        #expect(finding.description(in: .english).hasPrefix("plan.json5:3:17: question: gap is still"))
        #expect(finding.description(in: .chinese).hasPrefix("plan.json5:3:17：待答：gap"))
        #expect(Finding(file: "a.csv", line: 2, .csv(.fullWidthComma)).severity == .warning)
        #expect(Finding(file: "a.csv", line: 2, .blankCell(column: "x")).description(in: .chinese).contains("：错误："))
    }
}
