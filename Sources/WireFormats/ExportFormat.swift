/// What a file from a stick is, told from its content, never from its name.
package enum ExportFormat: Hashable, Sendable {
    /// Punches: `PunchFormat.reader` reads them.
    case punches(PunchFormat)
    /// A ZK `user.dat`, the machine's list of users: names and cards, no punches; `ExportNameReader` reads it.
    case users(ZKUser.Layout)
    /// A file that this program does not read, whether or not it knows what it is.
    case unsupported(UnsupportedExport)
}

/// Why a whole file is not taken.
package enum UnsupportedExport: String, CaseIterable, Error, Sendable, Hashable {
    case empty
    /// An `attlog.dat` that an editor saved.
    case utf16
    /// ASL, SLG: who changed the machine's settings.
    case operationLog = "operation-log"
    /// Fingerprints or faces: template.dat, AFP_001.DAT.
    case templates
    /// AGL_001.DAT: the times and ids of AGL_001.TXT without its states, so that reading both would double punches.
    case binaryList = "binary-list"
    /// A punch list without its header line: what its columns are, nobody knows.
    case headerless
    /// A punch list in which an editor put blanks in place of the tabs.
    case spacedColumns = "spaced-columns"
    case spreadsheet
    case picture
    /// A line without an end, as a damaged stick shows it: gigabytes of blanks or zero bytes.
    case endlessLine = "endless-line"
    /// Day and month could be either way round, and nobody said which.
    case ambiguousDates = "ambiguous-dates"
    /// Day and month are one way round in some rows and the other way in others.
    case mixedDates = "mixed-dates"
    /// The file shows that its dates are not in the order that was said.
    case otherDates = "other-dates"
    case unknown
}
