package import AttendanceModel
package import Timetable

/// Everything that an adoption understood of the files it was given, before anything is written to the log.
package struct Understanding: Sendable {
    /// Two found machines that nothing tells apart and nothing joins.
    package struct MaybeOne: Hashable, Sendable {
        package let earlier: String
        package let later: String
        /// Ids that both use, and ids of the later one.
        package let sharedIDs: Int
        package let ids: Int
    }

    package let files: [SurveyedFile]
    package let machines: [FoundMachine]
    package let maybeOne: [MaybeOne]
    /// The latest row of all machines.
    package let last: LocalDateTime?

    /// `calendar` tells holidays from gaps, where there is a plan folder.
    package init(files: [SurveyedFile], machines: [FoundMachine], calendar: [CalendarRow] = []) {
        self.files = files
        self.machines = Self.judgingGaps(machines, calendar)
        maybeOne = Self.candidates(files, machines)
        last = machines.compactMap(\.last).max()
    }

    package func machine(_ label: String) -> FoundMachine? { machines.first { $0.label == label } }

    private static func judgingGaps(_ machines: [FoundMachine], _ calendar: [CalendarRow]) -> [FoundMachine] {
        let off = calendar.filter { $0.kind == .off }.map(\.dates)
        let made = calendar.filter { $0.kind == .school }.map(\.dates)
        func isSchoolDay(_ date: LocalDate) -> Bool {
            if made.contains(where: { $0.contains(date) }) { return true }
            return date.weekday.rawValue <= 5 && !off.contains { $0.contains(date) }
        }
        return machines.map { machine in
            var machine = machine
            for index in machine.gaps.indices {
                let gap = machine.gaps[index].days
                let numbers = gap.lowerBound.dayNumber...gap.upperBound.dayNumber
                machine.gaps[index].isAlone = machines.contains { other in
                    other.label != machine.label && other.days.count { numbers.contains($0) } >= 3
                }
                if !calendar.isEmpty {
                    machine.gaps[index].schoolDays = numbers.count {
                        isSchoolDay(LocalDate(clampingDayNumber: $0))
                    }
                }
            }
            return machine
        }
    }

    /// Machines with the same number, one after the other, with most ids in common: the school knows whether they are
    /// one whose log was cleared, or two of which the second replaced the first.
    private static func candidates(_ files: [SurveyedFile], _ machines: [FoundMachine]) -> [MaybeOne] {
        var found: [MaybeOne] = []
        for (index, earlier) in machines.enumerated() {
            for later in machines[(index + 1)...] {
                guard let end = earlier.last, let start = later.first, end < start,
                    !Set(earlier.numbers).isDisjoint(with: later.numbers) || earlier.numbers.isEmpty,
                    Set(earlier.serials).isEmpty || Set(later.serials).isEmpty || earlier.serials == later.serials
                else { continue }
                let ids = Set(later.ids.map(\.id))
                let shared = ids.intersection(earlier.ids.map(\.id)).count
                guard shared * 2 >= ids.count, shared > 0 else { continue }
                found.append(
                    MaybeOne(earlier: earlier.label, later: later.label, sharedIDs: shared, ids: ids.count))
            }
        }
        return found
    }
}

extension Understanding {
    /// Whether two found machines cannot be one: their serial numbers differ, or both were in use at the same time and
    /// hardly share a row.
    func areTwo(_ left: FoundMachine, _ right: FoundMachine) -> Bool {
        guard let start = left.first, let end = left.last, let otherStart = right.first, let otherEnd = right.last,
            max(start, otherStart) <= min(end, otherEnd)
        else { return false }
        if !left.serials.isEmpty, !right.serials.isEmpty, left.serials != right.serials { return true }
        return left.files.contains { file in
            right.files.contains { files[file].overlap(with: files[$0]).showsTwoMachines }
        }
    }
}
