import AttendanceModel
import Timetable

/// Finds who had a card, or a user id on a machine, at a time.
struct Holders {
    enum Found {
        /// One person, or all who hold the same card at that time (C-41, D.8, 9).
        case persons([PersonID])
        case failure(StrayPunch.Reason)
    }

    private struct MachineUser: Hashable {
        let device: DeviceID
        let id: String
    }

    private var byUser: [MachineUser: [CardAssignment]] = [:]
    private var byN24: [UInt32: [CardAssignment]] = [:]
    private var byFull: [String: [CardAssignment]] = [:]

    init(_ cards: [CardAssignment]) {
        for card in cards {
            switch card.credential {
            case .machineUser(let id):
                guard let device = card.device else { continue }
                byUser[MachineUser(device: device, id: id), default: []].append(card)
            case .card(let number):
                if let n24 = number.n24 { byN24[n24, default: []].append(card) }
                if number.n24 == nil, let full = number.full { byFull[full, default: []].append(card) }
            }
        }
    }

    /// Who had the credential at `time`, which is the corrected one (D.8, 9).
    func find(_ credential: Credential, at device: DeviceID, time: LocalDateTime) -> Found {
        switch credential {
        case .machineUser(let id):
            return holders(byUser[MachineUser(device: device, id: id)] ?? [], at: time)
        case .card(let number):
            let near = number.n24.flatMap { byN24[$0] } ?? number.full.flatMap { byFull[$0] } ?? []
            var same: [CardAssignment] = []
            var possible: [CardAssignment] = []
            for assignment in near {
                guard case .card(let other) = assignment.credential else { continue }
                switch number.match(other) {
                case .same: same.append(assignment)
                case .possible: possible.append(assignment)
                case .different: break
                }
            }
            return same.isEmpty ? onlyOne(of: possible, at: time) : holders(same, at: time)
        }
    }

    /// A short number says whose it is only when one card fits; two different cards are refused (card-readers.md 2.6).
    private func onlyOne(of possible: [CardAssignment], at time: LocalDateTime) -> Found {
        let cards = Set(possible.map(\.credential))
        let persons = Set(possible.map(\.person))
        if cards.count > 1, persons.count > 1 { return .failure(.ambiguous(persons.sorted())) }
        return holders(possible, at: time)
    }

    private func holders(_ assignments: [CardAssignment], at time: LocalDateTime) -> Found {
        guard let last = assignments.last else { return .failure(.unknownCredential) }
        var persons: [PersonID] = []
        for assignment in assignments
        where (assignment.from.map { $0 <= time } ?? true) && (assignment.to.map { time < $0 } ?? true)
            && !persons.contains(assignment.person)
        {
            persons.append(assignment.person)
        }
        return persons.isEmpty ? .failure(.notValidThen(last.person)) : .persons(persons)
    }
}
