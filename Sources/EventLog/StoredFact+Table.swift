internal import Evidence

// The columns of `fact`, in the order of the table, for every statement that writes or reads them.
extension StoredFact {
    static let columns = """
        seq, kind, at, recorded, uncertainty, subject, clock, source, codes, session, basis, author, origin, body, \
        raw, salt, leaf
        """

    static let insertion = """
        INSERT INTO fact(\(columns)) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
        ON CONFLICT(subject, clock, source, codes, session) DO NOTHING
        """

    func bind(to statement: Statement, leaf: Digest) throws(LogError) {
        try statement.bind(1, seq)
        try statement.bind(2, kind)
        try statement.bind(3, at)
        try statement.bind(4, recorded)
        try statement.bind(5, uncertainty)
        try statement.bind(6, subject)
        try statement.bind(7, clock)
        try statement.bind(8, source)
        try statement.bind(9, codes)
        try statement.bind(10, session)
        try statement.bind(11, basis)
        try statement.bind(12, author)
        try statement.bind(13, origin)
        try statement.bind(14, body)
        try statement.bind(15, raw)
        try statement.bind(16, salt)
        try statement.bind(17, leaf)
    }

    /// Reads the row of a statement that selects `columns`; nil when a text is not UTF-8 or the salt not 16 bytes.
    init?(_ row: Statement) {
        guard let subject = row.text(5), let source = row.text(7), let author = row.text(11),
            let salt = row.blob(15).flatMap({ Salt($0) })
        else { return nil }
        let body = row.text(13)
        if body == nil, !row.isNull(13) { return nil }
        self.init(
            seq: row.integer(0), kind: row.integer(1), at: row.optionalInteger(2), recorded: row.integer(3),
            uncertainty: row.integer(4), subject: subject, clock: row.integer(6), source: source,
            codes: row.integer(8), session: row.integer(9), basis: row.integer(10), author: author,
            origin: row.optionalInteger(12), body: body, raw: row.blob(14), salt: salt)
    }

    /// The leaf hash that the row states, beside the columns that it was made of.
    static func statedLeaf(_ row: Statement) -> Digest? {
        row.blob(16).flatMap { Digest($0) }
    }
}
