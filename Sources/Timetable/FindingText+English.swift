import AttendanceModel
import TextCodec

/// The sentences are cut into three groups that together are all kinds: the last group holds the rest.
extension FindingKind {
    /// Files, the plan's form, and times.
    var formEnglish: String? {
        switch self {
        case .undecodable(let error): error.sentence(in: .english)
        case .syntax(let error): error.sentence(in: .english)
        case .csv(let issue): issue.sentence(in: .english)
        case .missingFile: "there is no such file, and without it nothing can be judged; begin with dutyclock init"
        case .unknownKey(let key, let path, let nearest):
            "“\(key)” is not a setting of \(path.isEmpty ? "a plan" : path); \(Self.didYouMean(nearest) ?? "remove it")"
        case .missingKey(let key, let path):
            "\(path.isEmpty ? "the plan" : path) lacks “\(key)”; add it, with \"ask\" if the school has not decided"
        case .wrongValue(let path, let found, let expected):
            "\(path) is \(found), but must be \(expected.english)"
        case .question(let path):
            "\(path) is still an open question; the school has to give the answer before the plan can be published"
        case .unknownZone(let error): error.sentence(in: .english)
        case .uselessKey(let key, let path, let form):
            "“\(key)” means nothing for “\(form)” in \(path); remove it"
        case .conflictingKeys(let one, let other, let path):
            "\(path.isEmpty ? "the plan" : path) has both “\(one)” and “\(other)”, which exclude each other; keep one"
        case .unreadableTime(let path, let text):
            "\(path): “\(text)” is not a time of day; write each time as HH:MM and an interval as begin..end, "
                + "after a look at the school's original"
        case .twelveHour(let path, let text, let meant):
            "\(path): “\(text)” is in the night; if the 12-hour clock was meant, write \(meant), and if not, with two digits "
                + "as in 05:30 from 5 o'clock on"
        case .bellGoesBack(let bell, let table, let time, let previous):
            "bells.\(table).\(bell) is \(time), earlier than the bell before it (\(previous)); if an afternoon or evening "
                + "time was meant, write it in the 24-hour clock"
        case .bellsNotRising(let bell, let table):
            "the times of bells.\(table).\(bell) do not rise; write them in the order of the day, each once"
        case .emptyWindow(let path, let from, let until, let table):
            "\(path) runs from \(from) to \(until) with the bells “\(table)”, so it has no length; check both bells"
        default: nil
        }
    }

    /// Names, bells and seasons.
    var nameEnglish: String? {
        switch self {
        case .unknown(let name, let text, let nearest):
            "there is no \(name.english) “\(text)”; \(Self.didYouMean(nearest) ?? name.englishFix)"
        case .circularBells(let table): "bells.\(table) is like itself in the end; give one of the tables its own times"
        case .bellMissing(let bell, let table, let duty):
            "the duty “\(duty)” needs the bell “\(bell)”, which the table “\(table)” lacks; add it there"
        case .partWithoutDuty(let part, let duty):
            "“void \(part)” of “\(duty)” voids nothing, since no duty has part: \"\(part)\"; give the duties their part"
        case .windowVanishes(let duty, let table):
            "with the bells “\(table)” the duty “\(duty)” ends before it begins and does not exist that day; "
                + "set its bells there if it is to take place"
        case .seasonGap(let from, let to):
            "no season covers \(from) to \(to); add one, or a last season without dates for the rest of the year"
        case .seasonOverlap(let day, let first, let second):
            "the seasons “\(first)” and “\(second)” both cover \(day), and only the first would count; part their dates"
        case .missingColumn(let column): "the table lacks the column “\(column)”; add it to the header"
        case .unknownColumn(let header, let nearest):
            "the column “\(header)” is not known and not read; "
                + (Self.didYouMean(nearest) ?? "call it “note” if it is only for people")
        case .repeatedColumn(let header): "the column “\(header)” stands here a second time; remove one of the two"
        case .blankCell(let column): "the cell “\(column)” is blank; fill it in, or remove the row"
        case .blankFactCell(let column, let fact):
            "a row of kind “\(fact.word)” needs the cell “\(column)”; fill it in"
        case .wrongCell(let column, let text, let expected):
            "“\(text)” in the column “\(column)” is not \(expected.english)"
        case .twelveHourCell(let column, let text, let meant):
            "“\(text)” in the column “\(column)” is in the night; if the 12-hour clock was meant, write \(meant)"
        case .repeatedKey(let column, let text, let line):
            "“\(text)” in the column “\(column)” stands already in line \(line); each may stand once"
        default: nil
        }
    }

    /// People, roster, calendar and cards.
    var tableEnglish: String {
        switch self {
        case .sameName(let name, let ids):
            "several persons are called \(name) (\(ids.joined(separator: ", "))); name them by id everywhere"
        case .ambiguousName(let name, let ids):
            "several have the name \(name); write the id that is meant: \(ids.joined(separator: " or "))"
        case .rateMissing(let pay, let person):
            "\(person) is paid by “\(pay)”, which rates.csv lacks, so no money can be worked out; add the rate"
        case .personAway(let person, let from, let to):
            "\(person) is at the school only \(Self.period(from, to)), so the post will be uncovered outside that time; "
                + "name a successor"
        case .dutyWithoutRow(let duty): "nobody has the duty “\(duty)”; add rows to roster.csv, or remove the duty"
        case .postUncovered(let duty, let post, let gap):
            "“\(duty)” at “\(post)” has nobody \(gap.english); add a row if it is to be covered"
        case .twoInOneSeat(let duty, let post, let persons, let line):
            "“\(duty)” at “\(post)” is given to \(persons.joined(separator: " and ")) (line \(line)) on the same day; "
                + "remove one row, or give the duty more seats and number them in the column seat"
        case .overlap(let person, let duties, let day, let line, _):
            "\(person) has “\(duties.joined(separator: "” and “"))” at the same time on \(day.english) (line \(line)); "
                + "give one of them to somebody else"
        case .seatNotInPlan(let seat, let seats, let duty):
            "seat \(seat) does not exist: the plan gives “\(duty)” \(seats) at each post; change seats in the plan or the row"
        case .kindNotWanted(let person, let kind, let duty, let wanted):
            "\(person) is of kind “\(kind)”, but “\(duty)” wants \(wanted.joined(separator: " or "))"
        case .kindNotAllowed(let person, let kind, let allowed):
            "\(person) is of kind “\(kind)”, and the plan gives duties only to \(allowed.joined(separator: ", ")); "
                + "give the duty to somebody else"
        case .beyondLimit(let bound, let found, let most, let duties, let table):
            Self.beyond(bound, found, most, duties, table)
        case .tooFewPersons(let duty, let post, let pupils, let persons, let needed, let day):
            "“\(duty)” at “\(post)” has \(pupils) pupils on \(DaysText.name(of: day, in: .english)) and \(persons) on the roster, "
                + "but needs \(needed); add persons in further seats, or part the group"
        case .groupWithoutPost(let group, let post, let duty):
            "the group “\(group)” is to be looked after by “\(duty)”, but roster.csv has nobody at “\(post)”; add rows, or "
                + "name the post as the roster does"
        case .derivedDutyInRoster(let duty):
            "the plan says by rule (who) who has “\(duty)”, so a row for it means nothing; remove the row"
        case .parityWithoutTerm:
            "odd and even weeks count from the first Monday of the term, which calendar.csv does not give; "
                + "add a row of kind term"
        case .rowNeverApplies(let duty): "the row never applies: “\(duty)” is not served on these days; check the day"
        case .makeUpQuestion(let date):
            "\(date) is a school day outside the usual days; say in the column “as” whose weekday's roster holds"
        case .contradictingDates(let date, let line):
            "the days from \(date) on stand already in line \(line); keep one of the two rows"
        case .severalCards(let person, let cards):
            "\(person) has several cards at the same time (\(cards.joined(separator: ", "))); end the old one if it is lost"
        case .sharedCard(let card, let persons, let line):
            "the card \(card) belongs to \(persons.joined(separator: " and ")) at the same time (line \(line)); "
                + "end the one before the other begins"
        case .ambiguousCard(let text, let readings):
            "the card number “\(text)” can be read in several ways (\(readings.joined(separator: "; "))); "
                + "add a column “format” with the reader's own"
        case .unreadableCard(_, let reason): reason.description
        case .cardNotForEnrolment(let text, let reason): "card “\(text)”: \(reason.sentence(in: .english))"
        case .machineZone(let zone, let device, let school):
            "the zone “\(zone)” of \(device) is not the school's and no offset; leave it blank for \(school), or write its "
                + "offset, such as UTC or +08:00"
        // The groups above have answered these.
        case .undecodable, .syntax, .csv, .missingFile, .unknownKey, .missingKey, .wrongValue, .question,
            .unknownZone, .conflictingKeys, .uselessKey, .unreadableTime, .twelveHour, .bellGoesBack, .bellsNotRising,
            .emptyWindow, .unknown, .circularBells, .bellMissing, .partWithoutDuty, .windowVanishes, .seasonGap,
            .seasonOverlap, .missingColumn, .unknownColumn, .repeatedColumn, .blankCell, .blankFactCell, .wrongCell,
            .twelveHourCell, .repeatedKey:
            ""
        }
    }

    static func didYouMean(_ nearest: String?) -> String? { nearest.map { "did you mean “\($0)”?" } }

    private static func period(_ from: LocalDate?, _ to: LocalDate?) -> String {
        switch (from, to) {
        case (let from?, let to?): "from \(from) to \(to)"
        case (let from?, nil): "from \(from) on"
        case (nil, let to?): "until \(to)"
        case (nil, nil): "always"
        }
    }
}

extension CSVTable.Issue.Kind {
    func sentence(in language: Language) -> String {
        switch (self, language) {
        case (.noHeader, .english): "the table is empty; its first line must name the columns"
        case (.noHeader, .chinese): "表是空的；第一行应为列名"
        case (.unclosedQuote, .english): "a cell that begins with a quote here is never closed; add the quote"
        case (.unclosedQuote, .chinese): "此行有单元格的引号没有闭合；请补上引号"
        case (.textAfterQuote, .english):
            "there is text after a closing quote; write quotes inside a cell twice, or remove them"
        case (.textAfterQuote, .chinese): "右引号后面还有文字；单元格内的引号要写两个，或删去"
        case (.tooManyCells(let found, let named), .english):
            "the row has text in \(found) columns, but the header names \(named); check the commas"
        case (.tooManyCells(let found, let named), .chinese): "本行有 \(found) 列内容，而表头只有 \(named) 列；请检查逗号"
        case (.fullWidthComma, .english): "the header is separated by full-width commas; they were read as commas"
        case (.fullWidthComma, .chinese): "表头用了全角逗号；已按半角逗号读取"
        }
    }
}

extension FindingKind.Name {
    var english: String {
        switch self {
        case .duty: "duty"
        case .person: "person"
        case .bell: "bell"
        case .bellTable: "bell table"
        case .part: "part of the day"
        case .variant: "variant"
        }
    }

    var englishFix: String {
        switch self {
        case .duty: "add it to the plan's duties"
        case .person: "add the person to people.csv"
        case .bell: "add it to the plan's bells, with \"ask\" if its time is not known"
        case .bellTable: "add it to the plan's bells"
        case .part: "use self, day, month or the part of a duty"
        case .variant: "add it to the plan's variants"
        }
    }
}

extension FindingKind.Gap {
    var english: String {
        switch self {
        case .weekday(let day): "on \(DaysText.name(of: day, in: .english))"
        case .parity(.odd): "in odd weeks"
        case .parity(.even): "in even weeks"
        case .variant(let variant): "when “\(variant)” holds"
        }
    }
}

extension RosterRow.Day {
    var english: String {
        switch self {
        case .date(let date): return date.description
        case .weekdays(let days, let parity):
            let names = days.sorted { $0.rawValue < $1.rawValue }.map { DaysText.name(of: $0, in: .english) }
            return names.joined(separator: ",") + (parity.map { $0 == .odd ? "/odd" : "/even" } ?? "")
        }
    }
}

extension FindingKind.Expectation {
    var english: String {
        switch self {
        case .text: "a text in quotes that is not empty"
        case .wholeNumber: "a whole number in the usual range"
        case .object: "an object {…}"
        case .list: "a list […]"
        case .boolean: "true or false"
        case .time: "a time of day such as \"16:45\""
        case .laterTime: "later than the time in “from”"
        case .date: "one date such as 2026-09-01"
        case .dateTime: "a date with a time such as 2026-09-01 07:05, after the one before"
        case .dates: "a date or a range such as 2027-01-18..2027-02-21"
        case .days: "days such as Mon-Fri, Mon,Wed or Mon/odd, or a date"
        case .season: "a day of the year such as \"05-01\", or a date"
        case .duration: "a duration such as \"10m\" or \"1h30m\""
        case .bellTime: "a bell or a time, such as \"home\", \"morning+10m\" or \"13:30\""
        case .interval: "an interval such as \"morning..lesson1\", or \"home..\" without end where that makes sense"
        case .deadline: "a deadline such as \"17:30\" or \"+1d 12:00\""
        case .credits: "whole credits, or { reading: \"minutes\", unit: 40 } or { reading: \"periods\", of: [duties] }"
        case .consequence:
            "\"void self|day|month|PART\", \"dock 1/4 day\", \"incident NAME\" or \"notify ROLE\", each also \"… on ROLE\""
        case .evidence: "\"punch\", \"sign\", \"seen\", \"handover\", \"headcount\" or a list of them"
        case .who:
            "\"@homeroom\", \"@teachers - DUTY\", \"@teachers\" or another kind of person, and “rotate” after it for turns"
        case .seat: "a seat number from 1"
        case .oneOf(let words): "one of: " + words.joined(separator: ", ")
        case .money: "a whole number of fen (1 yuan = 100)"
        case .card: "a card number in any known format"
        case .seconds: "a whole number of seconds"
        case .storm: "a number of punches in a time, such as \"10/5m\""
        case .coverLimit: "\"until-close\", \"before\" or a deadline such as \"+1d 12:00\""
        case .monday: "\"term\", or the date of a Monday"
        }
    }
}
