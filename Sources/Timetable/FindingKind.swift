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
    case overlap(person: String, duties: [String], day: RosterRow.Day, otherLine: Int)
    case seatNotInPlan(seat: Int, seats: Int, duty: String)
    case kindNotWanted(person: String, kind: String, duty: String, wanted: [String])
    case derivedDutyInRoster(duty: String)
    case parityWithoutTerm
    case rowNeverApplies(duty: String)

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
    }

    package var severity: Finding.Severity {
        switch self {
        case .question, .makeUpQuestion: .question
        case .csv(.fullWidthComma), .bellGoesBack, .windowVanishes, .personAway, .rateMissing, .partWithoutDuty,
            .sameName, .postUncovered, .overlap,
            .dutyWithoutRow, .twelveHourCell, .severalCards, .sharedCard, .rowNeverApplies, .kindNotWanted,
            .unknownColumn:
            .warning
        default: .error
        }
    }
}
