package import AttendanceModel

extension SchoolDay {
    /// The pupils whom a post of a duty has on the date; nil when groups.csv says nothing of it.
    ///
    /// A post that takes in the pupils of merged groups has them all (R-1703).
    package func pupils(of duty: Duty, at post: String) -> Int? {
        let merged = mergedGroups(of: duty)
        let served = groups(of: duty).filter { (merged[$0.post] ?? $0.post) == post }
        return served.isEmpty ? nil : served.reduce(0) { $0 + $1.pupils }
    }

    /// How many persons a post needs: its seats, or more when the ratio of the duty asks for more (R-1103).
    package func neededSeats(of duty: Duty, at post: String) -> Int {
        guard let ratio = duty.ratio, ratio > 0, let pupils = pupils(of: duty, at: post) else { return duty.seats }
        return max(duty.seats, pupils / ratio + (pupils % ratio == 0 ? 0 : 1))
    }

    /// The groups that a duty looks after.
    package func groups(of duty: Duty) -> [GroupRow] {
        groups.filter { $0.duty.map { $0 == duty.id } ?? true }
    }

    /// For each post whose few pupils go to another post of their grade, that post; itself for the one they go to.
    ///
    /// The first of the small groups in groups.csv takes the others in; one small group alone stays where it is.
    package func mergedGroups(of duty: Duty) -> [String: String] {
        guard let merge = duty.merge else { return [:] }
        var pupils: [String: Int] = [:]
        var order: [(post: String, grade: String)] = []
        for group in groups(of: duty) {
            if pupils[group.post] == nil { order.append((group.post, group.grade)) }
            pupils[group.post, default: 0] += group.pupils
        }
        var hosts: [String: String] = [:]
        var merged: [String: String] = [:]
        for (post, grade) in order {
            let count = pupils[post] ?? 0
            guard count > 0, count < merge.under || count == merge.under && merge.includesExactly else { continue }
            let host = hosts[grade] ?? post
            hosts[grade] = host
            merged[post] = host
        }
        return merged
    }

    /// Whether a requirement is asked for on the date: a form for the week or month only on the duty's last day in it.
    package func asks(_ need: Requirement, of duty: Duty) -> Bool {
        need.every == .day || lastDates[duty.id]?[need.every] == date
    }

    /// The dates that one filing of such a form serves.
    package func dates(of every: Requirement.Every) -> ClosedRange<LocalDate> {
        switch every {
        case .day: date...date
        case .week: date.firstOfWeek...date.firstOfWeek.advanced(byDays: 6)
        case .month: date.firstOfMonth...date.lastOfMonth
        }
    }
}

extension LocalDate {
    /// The Monday on or before it.
    var firstOfWeek: LocalDate { advanced(byDays: 1 - weekday.rawValue) }
}

extension Person {
    /// Whether the person's class belongs to a post that is a class or a grade: `3-2班` to `3-2班` and to `3`.
    func belongs(to post: Post) -> Bool {
        guard let homeroom else { return false }
        return ([post.name] + post.covers).contains { homeroom == $0 || homeroom.hasPrefix($0 + "-") }
    }
}
