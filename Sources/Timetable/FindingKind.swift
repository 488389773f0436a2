package import AttendanceModel
package import TextCodec

/// What can be found wrong, open or doubtful in the school's files; `FindingText` says each in words.
package enum FindingKind: Hashable, Sendable {
    // MARK: Any file
    case undecodable(TextEncodingError)
    case syntax(JSON5Error)
    case csv(CSVTable.Issue.Kind)
    case missingFile

    // MARK: The plan's form
    case unknownKey(String, in: String, nearest: String?)
    case missingKey(String, in: String)
    case wrongValue(path: String, found: String, expected: Expectation)
    case question(path: String)
    case unknownZone(ZoneError)
    /// A key that means something for other forms of requirement only.
    case uselessKey(String, in: String, form: String)
    /// Two settings that cannot stand together, such as `when` and `at`.
    case conflictingKeys(String, String, in: String)

    // MARK: Times
    /// `16:45T7:30`, `3:50--4:15`: not one time of day.
    case unreadableTime(path: String, text: String)
    /// A time that is written in the 12-hour clock, as it seems.
    case twelveHour(path: String, text: String, meant: String)
    /// A bell earlier than the one written before it.
    case bellGoesBack(bell: String, table: String, time: String, previous: String)
    case bellsNotRising(bell: String, table: String)
    /// A window or interval whose end is not after its start.
    case emptyWindow(path: String, from: String, until: String, table: String)

    // MARK: Names
    case unknown(Name, String, nearest: String?)
    /// `like` of a table that does not exist or leads back to itself.
    case circularBells(String)
    /// A bell that a duty uses and that is missing in a table that a season or the calendar uses.
    case bellMissing(bell: String, table: String, duty: String)
    /// A `void` of a part that no duty has.
    case partWithoutDuty(part: String, duty: String)
    /// In a bell table that only the calendar uses, the duty's window has no length: that day it does not exist.
    case windowVanishes(duty: String, table: String)
    case seasonGap(from: String, to: String)
    case seasonOverlap(day: String, first: String, second: String)

    // MARK: Tables
    case missingColumn(String)
    case unknownColumn(String, nearest: String?)
    case repeatedColumn(String)
    case blankCell(column: String)
    case wrongCell(column: String, text: String, expected: Expectation)
    case repeatedKey(column: String, text: String, firstLine: Int)
    /// A row of facts.csv whose kind needs the cell.
    case blankFactCell(column: String, fact: FactKind)
    case twelveHourCell(column: String, text: String, meant: String)

    // MARK: People
    case sameName(name: String, ids: [String])
    /// A name used in place of an id although several have it (C-49).
    case ambiguousName(name: String, ids: [String])
    case rateMissing(pay: String, person: String)
    case personAway(person: String, from: LocalDate?, to: LocalDate?)

    // MARK: Roster
    case dutyWithoutRow(duty: String)
    case postUncovered(duty: String, post: String, gap: Gap)
    case twoInOneSeat(duty: String, post: String, persons: [String], otherLine: Int)
    /// `isRefused`: the plan says `overlap: "refuse"`.
    case overlap(person: String, duties: [String], day: RosterRow.Day, otherLine: Int, isRefused: Bool = false)
    case seatNotInPlan(seat: Int, seats: Int, duty: String)
    case kindNotWanted(person: String, kind: String, duty: String, wanted: [String])
    /// A kind of person whom the plan does not let have duties at all (R-1506).
    case kindNotAllowed(person: String, kind: String, allowed: [String])
    case derivedDutyInRoster(duty: String)
    case parityWithoutTerm
    case rowNeverApplies(duty: String)

    // MARK: Bounds and groups
    /// Something goes beyond one of the plan's `limits`; `table` is the bell table with which it does.
    case beyondLimit(Bound, found: String, most: String, duties: [String], table: String?)
    case tooFewPersons(duty: String, post: String, pupils: Int, persons: Int, needed: Int, day: Weekday)
    case groupWithoutPost(group: String, post: String, duty: String)

    // MARK: Calendar
    case makeUpQuestion(date: LocalDate)
    case contradictingDates(date: LocalDate, otherLine: Int)

    // MARK: Cards
    case severalCards(person: String, cards: [String])
    case sharedCard(card: String, persons: [String], otherLine: Int)
    case ambiguousCard(text: String, readings: [String])
    case unreadableCard(text: String, reason: CardNumberError)
    /// A card that can be read and must not be given to anybody (card-readers.md 2.6).
    case cardNotForEnrolment(text: String, reason: EnrolmentRefusal)

    // MARK: Devices
    /// A machine's zone that the published plan does not carry.
    case machineZone(zone: String, device: String, school: String)
}

extension FindingKind {
    /// What sort of thing a name names.
    package enum Name: Hashable, Sendable {
        case duty, person, bell, bellTable, part, variant
    }

    /// What a limit bounds.
    package enum Bound: Hashable, Sendable { case minutes, credits, end, fen }

    /// A hole in the roster.
    package enum Gap: Hashable, Sendable {
        case weekday(Weekday)
        /// Weeks of the other parity have nobody.
        case parity(RosterRow.Parity)
        case variant(String)
    }

    /// What a value should have been.
    package enum Expectation: Hashable, Sendable {
        case text, wholeNumber, object, list, boolean
        case time, laterTime, date, dateTime, dates, days, season
        case duration, bellTime, interval, deadline
        case credits, consequence, evidence, who, seat
        case oneOf([String])
        case money, card, seconds
        case storm, coverLimit, monday
    }

    package var severity: Finding.Severity {
        switch self {
        case .question, .makeUpQuestion: .question
        case .overlap(_, _, _, _, let isRefused): isRefused ? .error : .warning
        case .csv(.fullWidthComma), .bellGoesBack, .windowVanishes, .personAway, .rateMissing, .partWithoutDuty,
            .sameName, .postUncovered, .tooFewPersons, .groupWithoutPost, .uselessKey,
            .dutyWithoutRow, .twelveHourCell, .severalCards, .sharedCard, .rowNeverApplies, .kindNotWanted,
            .unknownColumn:
            .warning
        default: .error
        }
    }
}
