/// The header line of a punch list: names decide which column is what (attendance-machines.md 3.1).
struct ListHeader: Sendable, Hashable {
    /// What this program reads of a list; the other columns stay in the row's raw bytes.
    enum Column: CaseIterable { case device, user, name, verify, state, time }

    /// What stands where when a row has as many cells as the header has, empty names included.
    private let whole: [Column: Int]
    /// What stands where when rows have no cell for a name that is empty, as some machines write them.
    private let dense: [Column: Int]
    /// Whether the name and the group stand in one cell with a space between, as some machines write both.
    let nameHasGroup: Bool
    private let wholeCount: Int
    private let denseCount: Int

    /// Nil for a line that does not name a user (`EnNo`) and a `DateTime`.
    init?(_ text: [UInt8]) {
        let names = Self.names(text)
        let dense = names.filter { !$0.isEmpty }
        self.whole = Self.places(names)
        self.dense = Self.places(dense)
        nameHasGroup = names.contains("namegmno")
        wholeCount = names.count
        denseCount = dense.count
        guard whole[.user] != nil, whole[.time] != nil else { return nil }
    }

    /// Whether the line is the header of an operation log (ASL, SLG): who changed the machine's settings.
    static func isOperationLog(_ text: [UInt8]) -> Bool {
        let names = names(text)
        return names.contains("senno") || names.contains("genno")
    }

    /// Whether the line would be a header if its names were apart: blanks stand in place of tabs.
    static func isSpaced(_ text: [UInt8]) -> Bool {
        names(text).contains { $0.contains("enno") && $0.contains("datetime") }
    }

    /// Where the columns of a row are, of which the cells in `times` are dates and times.
    ///
    /// Nil unless the column `DateTime` is one of them, or at least only one cell is: then nothing but the user, which
    /// stands before any empty name, and the time are known.
    func places(cells: Int, times: [Int]) -> [Column: Int]? {
        let candidates = cells == denseCount ? [dense, whole] : [whole, dense]
        if let fitting = candidates.first(where: { $0[.time].map(times.contains) ?? false }) { return fitting }
        guard times.count == 1, let time = times.first, let user = whole[.user], user < time else { return nil }
        return [.user: user, .time: time]
    }

    /// Letters and digits of the cells in lower case: machines write `INOUT`, `IN/OUT` and `In/Out`.
    private static func names(_ text: [UInt8]) -> [String] {
        text.split(separator: 0x09, omittingEmptySubsequences: false).map { cell in
            let word = cell.compactMap { byte -> UInt8? in
                switch byte {
                case 0x30...0x39, 0x61...0x7A: byte
                case 0x41...0x5A: byte | 0x20
                default: nil
                }
            }
            return String(decoding: word, as: UTF8.self)
        }
    }

    private static func places(_ names: [String]) -> [Column: Int] {
        var places: [Column: Int] = [:]
        for (index, name) in names.enumerated() {
            let column: Column? =
                switch name {
                case "tmno", "mchn": .device
                case "enno": .user
                case "name", "namegmno": .name
                case "mode": .verify
                case "inout", "iomd": .state
                case "datetime": .time
                default: nil
                }
            if let column, places[column] == nil { places[column] = index }
        }
        return places
    }
}
