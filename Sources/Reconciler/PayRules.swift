import AttendanceModel
import Timetable

/// What credits are worth: by the person's `pay` word and the rate of the duty's date (C-123), within the limits.
struct PayRules {
    private let stays: [PersonID: [Person]]
    private let rates: [String: [Rate]]
    private let restDays: RestDays

    init(_ book: Book) {
        stays = Dictionary(grouping: book.people, by: \.id)
        rates = Dictionary(grouping: book.rates, by: \.pay).mapValues { $0.sorted { $0.from < $1.from } }
        restDays = RestDays(book)
    }

    private struct Key: Hashable {
        let pay: String
        let from: LocalDate?
        let isRestDay: Bool
        let fen: Int?
    }

    /// One line for each rate, in the order of first use; none for a person who is not paid.
    ///
    /// Credits above a limit of the day or month are those earned last. A product that no computer word can hold is
    /// the largest one.
    func pay(_ person: PersonID, _ earned: [(date: LocalDate, credits: Int)]) -> [PayLine] {
        var lines: [PayLine] = []
        var places: [Key: Int] = [:]
        var ofDay: (date: LocalDate, credits: Int)?
        var ofMonth: (first: LocalDate, credits: Int)?
        for (date, credits) in earned.sorted(by: { $0.date < $1.date }) where credits > 0 {
            guard let pay = word(of: person, on: date) else { continue }
            if ofDay?.date != date { ofDay = (date, 0) }
            if ofMonth?.first != date.firstOfMonth { ofMonth = (date.firstOfMonth, 0) }
            let rule = rule(pay, on: date)
            let room = min(
                rule.perDay.map { max(0, $0 - (ofDay?.credits ?? 0)) } ?? .max,
                rule.perMonth.map { max(0, $0 - (ofMonth?.credits ?? 0)) } ?? .max)
            let paid = min(credits, room)
            ofDay?.credits += paid
            ofMonth?.credits += paid
            let key = Key(pay: pay, from: rule.from, isRestDay: rule.isRestDay, fen: rule.fen)
            let place = places[key] ?? lines.count
            if place == lines.count {
                places[key] = place
                lines.append(
                    PayLine(
                        pay: pay, from: rule.from, isRestDay: rule.isRestDay, fenPerCredit: rule.fen, credits: 0, fen: 0
                    ))
            }
            lines[place].credits += paid
            lines[place].beyondLimit += credits - paid
        }
        if lines.isEmpty { lines = nothing(person, on: earned.last?.date) }
        for place in lines.indices {
            let (product, overflow) = lines[place].credits.multipliedReportingOverflow(
                by: lines[place].fenPerCredit ?? 0)
            lines[place].fen = overflow ? .max : product
        }
        return lines
    }

    /// Whoever is paid at a rate and has earned nothing gets 0, not a blank.
    private func nothing(_ person: PersonID, on date: LocalDate?) -> [PayLine] {
        guard let date, let pay = word(of: person, on: date) else { return [] }
        let rule = rule(pay, on: date)
        guard let fen = rule.fen else { return [] }
        return [PayLine(pay: pay, from: rule.from, isRestDay: rule.isRestDay, fenPerCredit: fen, credits: 0, fen: 0)]
    }

    /// The `pay` of the row of people.csv that holds on the date; else of the last one, for whoever helps out later.
    private func word(of person: PersonID, on date: LocalDate) -> String? {
        let mine = stays[person] ?? []
        return (mine.last { $0.isHere(on: date) } ?? mine.last)?.pay
    }

    private struct Rule {
        let from: LocalDate?
        /// Whether the rate is one of its own for rest days.
        let isRestDay: Bool
        let fen: Int?
        let perDay: Int?
        let perMonth: Int?
    }

    private func rule(_ pay: String, on date: LocalDate) -> Rule {
        let rate = rates[pay]?.last { $0.from <= date }
        let limit = rates[Rate.limits]?.last { $0.from <= date }
        let isRest = restDays.contains(date)
        func fen(_ rate: Rate) -> Int { isRest ? rate.fenOnRestDays ?? rate.fenPerCredit : rate.fenPerCredit }
        func least(_ path: KeyPath<Rate, Int?>) -> Int? { [rate, limit].compactMap { $0?[keyPath: path] }.min() }
        return Rule(
            from: rate?.from, isRestDay: isRest && rate?.fenOnRestDays != nil,
            fen: rate.map { min(fen($0), limit.map(fen) ?? .max) }, perDay: least(\.creditsPerDay),
            perMonth: least(\.creditsPerMonth))
    }
}
