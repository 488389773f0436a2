package import TextCodec

/// What an export says of one user of its machine: a proposal for people.csv and cards.csv, never more.
package struct ExportName: Hashable, Sendable {
    /// The machine's user id, as `ExportRow.userID` has it.
    package let userID: String
    /// Without spaces around it; empty when the machine has none.
    package let name: String
    /// The number of the user's card as the machine keeps it; nil without a card, and from punch lists.
    package let card: UInt32?

    package init(userID: String, name: String, card: UInt32?) {
        self.userID = userID
        self.name = name
        self.card = card
    }
}

/// The names of an export file: of a `user.dat`, or of the name column of a punch list.
package struct ExportNames: Hashable, Sendable {
    /// One for each user id, in the order of first appearance; where a file gives an id several names, the last.
    package internal(set) var names: [ExportName] = []
    /// User ids that the file gives more than one name, with all of them in order: the id changed hands.
    package internal(set) var renamed: [String: [String]] = [:]
    /// User ids whose name is not text in the encoding; their names are empty.
    package internal(set) var undecoded: [String] = []
    /// What the names were decoded as.
    package internal(set) var codePage: CodePage = .utf8
    /// Users beyond `ExportNameReader.mostUsers`, which are left out.
    package internal(set) var leftOut = 0
}

/// Reads the names of an export file from chunks of any size; the memory is bounded by the number of users.
package struct ExportNameReader: Sendable {
    /// More than any machine holds.
    package static let mostUsers = 200_000

    private struct User {
        /// In the order in which the file first gave each.
        var names: [[UInt8]] = []
        var card: UInt32?
    }

    private enum Source {
        case list(any ExportReader)
        case records(ZKUser.Layout, carry: [UInt8])
        case nothing
    }

    private let codePage: CodePage
    private var source: Source
    private var users: [String: User] = [:]
    private var order: [String] = []
    private var leftOut = 0

    /// `codePage` is for names that are not UTF-8 (nor UTF-16).
    package init(format: ExportFormat, codePage: CodePage = .gb18030) {
        self.codePage = codePage
        source =
            switch format {
            case .punches(let format): .list(format.reader())
            case .users(let layout): .records(layout, carry: [])
            case .unsupported: .nothing
            }
    }

    package mutating func feed(_ chunk: Span<UInt8>) {
        switch source {
        case .list(var reader):
            reader.feed(chunk) { item, _ in note(item) }
            source = .list(reader)
        case .records(let layout, var carry):
            for index in chunk.indices {
                carry.append(chunk[index])
                guard carry.count == layout.rawValue else { continue }
                if let user = ZKUser(carry.span, layout: layout) {
                    note(user.userID, name: user.name, card: user.card == 0 ? nil : user.card)
                }
                carry.removeAll(keepingCapacity: true)
            }
            source = .records(layout, carry: carry)
        case .nothing: break
        }
    }

    /// Ends the file: decides the encoding of all names at once, UTF-8 if every name is, else the code page.
    package mutating func finish() -> ExportNames {
        if case .list(var reader) = source {
            _ = reader.finish { item, _ in note(item) }
            source = .nothing
        }
        var result = ExportNames()
        result.codePage = isUTF8 ? .utf8 : codePage
        result.leftOut = leftOut
        for id in order {
            guard let user = users[id] else { continue }
            let names = user.names.map { result.codePage.decodeCut($0) }
            if names.contains(nil) { result.undecoded.append(id) }
            if names.count > 1 { result.renamed[id] = names.map { $0 ?? "" } }
            result.names.append(ExportName(userID: id, name: (names.last ?? "") ?? "", card: user.card))
        }
        return result
    }

    /// Whether all names are UTF-8, and those that the machine cut within a character not the only ones that are no
    /// ASCII: what is left of one letter of a code page looks the same.
    private var isUTF8: Bool {
        var whole = 0
        var cut = 0
        for name in users.values.lazy.flatMap(\.names) where name.contains(where: { $0 >= 0x80 }) {
            if CodePage.utf8.decode(name) != nil {
                whole += 1
            } else if CodePage.utf8.decodeCut(name)?.utf8.contains(where: { $0 >= 0x80 }) ?? false {
                cut += 1
            } else {
                return false
            }
        }
        return whole >= cut
    }

    private mutating func note(_ item: ExportItem) {
        guard case .row(let row) = item, !row.name.isEmpty, !row.isNobody else { return }
        note(row.userID, name: row.name, card: nil)
    }

    private mutating func note(_ id: String, name: [UInt8], card: UInt32?) {
        let name = Array(name.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed())
        if users[id] == nil {
            guard users.count < Self.mostUsers else {
                leftOut += 1
                return
            }
            order.append(id)
        }
        var user = users[id] ?? User()
        if let card { user.card = card }
        if !name.isEmpty, user.names.last != name {
            // A name that comes back is the newer one again; a thousand names of one id help nobody.
            user.names.removeAll { $0 == name }
            if user.names.count >= 16 { user.names.removeFirst() }
            user.names.append(name)
        }
        users[id] = user
    }
}

extension CodePage {
    /// The text of a name that the machine may have cut within its last character.
    func decodeCut(_ bytes: [UInt8]) -> String? {
        for cut in 0..<min(4, max(1, bytes.count)) {
            if let text = decode(Array(bytes.dropLast(cut))) { return text }
        }
        return nil
    }
}
