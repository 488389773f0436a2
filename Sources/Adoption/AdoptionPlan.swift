package import AttendanceModel
package import Timetable

/// What an adoption will write into the log once everything is answered.
package struct AdoptionPlan: Hashable, Sendable {
    /// One file, and the machine that wrote it.
    package struct Import: Hashable, Sendable {
        /// Its place among the files that were looked through.
        package let file: Int
        package let device: DeviceID
        /// `mdy` or `dmy`, for a file whose dates could be either.
        package let dates: String?
        /// Which device stands behind the name, where the exports give a serial number.
        package let remember: MachineReport?
    }

    /// In the order of time, so that an interrupted adoption has the older part.
    package let imports: [Import]
    /// Files that are left out, because the school says so or because their rows are all in others' copies.
    package let leftOut: [Int]
    /// Rows for devices.csv.
    package let devices: [DeviceRow]
    /// Whose the machines' own user ids are.
    package let cards: [CardAssignment]
    /// How far clocks were off: entries of the kind `clock`.
    package let clocks: [Entry]
    /// The first day that the plan judges.
    package let from: LocalDate

    /// Nil while a question is open.
    package init?(_ understanding: Understanding, _ answers: AdoptionAnswers) {
        guard let from = answers.from.value else { return nil }
        self.from = from
        var maker = Maker(answers: answers)
        for machine in understanding.machines { guard maker.take(machine, understanding) else { return nil } }
        imports = maker.imports.sorted { left, right in
            (understanding.files[left.file].first?.wallSeconds ?? 0, left.file)
                < (understanding.files[right.file].first?.wallSeconds ?? 0, right.file)
        }
        leftOut = maker.leftOut.sorted()
        devices = maker.devices
        cards = maker.cards
        clocks = maker.clocks
    }

    /// `cards` as facts of the kind `card`.
    package var cardFacts: [Entry] {
        cards.map { card in
            Entry(
                from: card.from?.description, to: card.to?.description, person: card.person,
                other: CardKey(card.credential, device: card.device).text, as: CardStatus.issued.rawValue)
        }
    }

    /// Margin in seconds of a machine that nobody measures (model.md D.8, 10).
    private static let margin = 60

    private struct Maker {
        let answers: AdoptionAnswers
        var imports: [Import] = []
        var leftOut: [Int] = []
        var devices: [DeviceRow] = []
        var cards: [CardAssignment] = []
        var clocks: [Entry] = []

        /// False while something of the machine is open.
        mutating func take(_ machine: FoundMachine, _ understanding: Understanding) -> Bool {
            guard case .said(let answer) = answers.machines[machine.label] ?? .ask else { return false }
            guard case .called(let device, let place) = answer else {
                leftOut += machine.files
                return true
            }
            let isKnown = devices.contains { $0.device == device }
            let since = isKnown ? machine.first?.date : nil
            for file in machine.files {
                let serial = understanding.files[file].serial
                let report = serial.map { MachineReport(machine: device, serialNumber: $0, since: since) }
                takeFile(file, understanding.files[file], device, report)
            }
            let measured = takeClocks(machine.label, device)
            if !isKnown {
                devices.append(
                    DeviceRow(device: device, place: place, uncertaintySeconds: measured ? AdoptionPlan.margin : nil))
            }
            for id in machine.ids { takeHolders(id, machine, device, isReplacement: isKnown) }
            return !answers.clocks.contains { $0.label == machine.label && $0.offset == .ask }
                && !machine.ids.contains { id in
                    answers.ids[AdoptionAnswers.IDKey(label: machine.label, id: id.id)]?.contains { $0.person == .ask }
                        ?? false
                }
        }

        private mutating func takeFile(
            _ index: Int, _ file: SurveyedFile, _ device: DeviceID, _ remember: MachineReport?
        ) {
            let short = AdoptionAnswers.short(file.digest)
            if answers.files[short] == .some(nil) {
                leftOut.append(index)
            } else {
                imports.append(
                    Import(
                        file: index, device: device, dates: answers.dateOrders[short]?.value, remember: remember))
            }
        }

        /// An id of a machine under a name that an earlier one had: who held it there, holds it here only if the school
        /// says so.
        private mutating func takeHolders(
            _ id: FoundID, _ machine: FoundMachine, _ device: DeviceID, isReplacement: Bool
        ) {
            let credential = Credential.machineUser(id.id)
            let start = isReplacement ? machine.first.map { LocalDateTime($0.date, .midnight) } : nil
            let holders = answers.ids[AdoptionAnswers.IDKey(label: machine.label, id: id.id)] ?? []
            let open = cards.firstIndex { $0.credential == credential && $0.device == device && $0.to == nil }
            if let open, let start {
                if let first = holders.first, first.person == .said(cards[open].person), first.from == nil {
                    cards[open].to = first.to
                    return take(holders.dropFirst(), credential, device, from: nil)
                }
                cards[open].to = start
            }
            take(holders[...], credential, device, from: start)
        }

        private mutating func take(
            _ holders: ArraySlice<AdoptionAnswers.Holder>, _ credential: Credential, _ device: DeviceID,
            from: LocalDateTime?
        ) {
            for holder in holders {
                guard case .said(let answer) = holder.person, let person = answer else { continue }
                cards.append(
                    CardAssignment(
                        credential: credential, device: device, person: person, from: holder.from ?? from,
                        to: holder.to))
            }
        }

        /// Turns answers into measurements of the clock: right until then, off by so much, right again afterwards.
        private mutating func takeClocks(_ label: String, _ device: DeviceID) -> Bool {
            var isMeasured = false
            for line in answers.clocks where line.label == label {
                guard case .said(.seconds(let offset)) = line.offset, offset != 0 else { continue }
                isMeasured = true
                let start = line.times.lowerBound.wallSeconds - Int64(offset)
                let end = line.times.upperBound.wallSeconds - Int64(offset)
                for (second, seconds) in [(start - 1, 0), (start, offset), (end, offset), (end + 1, 0)] {
                    let time = LocalDateTime(wallSeconds: second)
                    let entry = Entry(
                        dates: time.date...time.date, from: time.time.description, to: String(seconds),
                        other: device.text)
                    if !clocks.contains(entry) { clocks.append(entry) }
                }
            }
            return isMeasured
        }
    }
}
