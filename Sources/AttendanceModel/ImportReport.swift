package import TextCodec

/// A file import began or finished; its punches name the `begun` fact as their origin.
///
/// Both facts of one file are written once: importing the same bytes again adds neither.
package struct ImportReport: Hashable, Sendable {
    /// What became of the rows; together with those of `ClockNote.before` they are all rows of the file.
    package struct Counts: Hashable, Sendable {
        package let added: Int64
        /// Already in the log, or repeated within the file.
        package let known: Int64
        /// Not a complete row of the format; kept in the file, listed to the person importing.
        package let refused: Int64

        package init(added: Int64, known: Int64, refused: Int64) {
            self.added = added
            self.known = known
            self.refused = refused
        }
    }

    package let fileName: String
    /// SHA-256 of the file, lower-case hex.
    package let digest: String
    package let format: String
    /// Nil while the import has only begun.
    package let counts: Counts?
    /// The machine is complete up to here on its own wall clock (D.9); nil when begun, or when nothing says so.
    package let completeUntil: LocalDateTime?
    /// What was odd about the rows' times, by how many rows or stretches; without those that did not occur.
    package let notes: [ClockNote: Int64]

    package init(
        fileName: String, digest: String, format: String, counts: Counts? = nil, completeUntil: LocalDateTime? = nil,
        notes: [ClockNote: Int64] = [:]
    ) {
        self.fileName = fileName
        self.digest = digest
        self.format = format
        self.counts = counts
        self.completeUntil = completeUntil
        self.notes = notes.filter { $0.value > 0 }
    }

    package var json: JSONValue {
        var members = [
            JSONMember("file", .string(fileName)), JSONMember("digest", .string(digest)),
            JSONMember("format", .string(format)),
        ]
        if let counts {
            members += [
                JSONMember("added", .integer(counts.added)), JSONMember("known", .integer(counts.known)),
                JSONMember("refused", .integer(counts.refused)),
            ]
        }
        if let completeUntil { members.append(JSONMember("until", .string(completeUntil.description))) }
        let notes = ClockNote.allCases.compactMap { note in
            self.notes[note].map { JSONMember(note.rawValue, .integer($0)) }
        }
        if !notes.isEmpty { members.append(JSONMember("notes", .object(notes))) }
        return .object(members)
    }

    package init?(json: JSONValue) {
        guard let fileName = json["file"]?.string, let digest = json["digest"]?.string,
            let format = json["format"]?.string
        else { return nil }
        var counts: Counts?
        if let added = json["added"]?.integer, let known = json["known"]?.integer,
            let refused = json["refused"]?.integer
        {
            counts = Counts(added: added, known: known, refused: refused)
        }
        var until: LocalDateTime?
        if let text = json["until"]?.string {
            guard let time = LocalDateTime(text) else { return nil }
            until = time
        }
        var notes: [ClockNote: Int64] = [:]
        for member in json["notes"]?.object ?? [] {
            // A kind of note that a later version counts says nothing to this one.
            guard let note = ClockNote(rawValue: member.key) else { continue }
            notes[note] = member.value.integer
        }
        self.init(
            fileName: fileName, digest: digest, format: format, counts: counts, completeUntil: until, notes: notes)
    }
}
