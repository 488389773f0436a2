internal import CSQLite
internal import Evidence

/// A prepared statement of one connection; columns and parameters count from 0 and 1 as SQLite counts them.
@safe final class Statement {
    private let handle: OpaquePointer
    private let connection: Connection

    @unsafe init(_ handle: OpaquePointer, of connection: Connection) {
        unsafe self.handle = handle
        self.connection = connection
    }

    deinit {
        unsafe sqlite3_finalize(handle)
    }

    /// Goes to the next row; false when there is none.
    func step() throws(LogError) -> Bool {
        switch unsafe sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            let error = connection.failure(code, "read or write")
            unsafe sqlite3_reset(handle)
            throw error
        }
    }

    /// Makes the statement ready to run again; its parameters stay.
    func reset() {
        unsafe sqlite3_reset(handle)
    }

    /// Runs a statement that has no rows.
    func run() throws(LogError) {
        _ = try step()
        reset()
    }

    func bind(_ parameter: Int32, _ value: Int64) throws(LogError) {
        try connection.check(unsafe sqlite3_bind_int64(handle, parameter, value), "prepare a statement")
    }

    func bind(_ parameter: Int32, _ value: Int64?) throws(LogError) {
        guard let value else { return try bindNull(parameter) }
        try bind(parameter, value)
    }

    func bind(_ parameter: Int32, _ text: String) throws(LogError) {
        var text = text
        let code = text.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
                unsafe sqlite3_bind_text(
                    handle, parameter, characters.baseAddress, Int32(clamping: characters.count),
                    dutyclock_transient())
            }
        }
        try connection.check(code, "prepare a statement")
    }

    func bind(_ parameter: Int32, _ text: String?) throws(LogError) {
        guard let text else { return try bindNull(parameter) }
        try bind(parameter, text)
    }

    func bind(_ parameter: Int32, _ blob: [UInt8]) throws(LogError) {
        try connection.check(unsafe blob.withUnsafeBytes { unsafe bind(parameter, $0) }, "prepare a statement")
    }

    func bind(_ parameter: Int32, _ digest: Digest) throws(LogError) {
        try connection.check(unsafe digest.withBytes { unsafe bind(parameter, $0) }, "prepare a statement")
    }

    func bind(_ parameter: Int32, _ salt: Salt) throws(LogError) {
        try connection.check(unsafe salt.withBytes { unsafe bind(parameter, $0) }, "prepare a statement")
    }

    @unsafe private func bind(_ parameter: Int32, _ bytes: UnsafeRawBufferPointer) -> Int32 {
        // A nil pointer would bind null instead of a blob without bytes.
        guard unsafe !bytes.isEmpty else { return unsafe sqlite3_bind_zeroblob(handle, parameter, 0) }
        return unsafe sqlite3_bind_blob(
            handle, parameter, bytes.baseAddress, Int32(clamping: bytes.count), dutyclock_transient())
    }

    func bind(_ parameter: Int32, _ blob: [UInt8]?) throws(LogError) {
        guard let blob else { return try bindNull(parameter) }
        try bind(parameter, blob)
    }

    private func bindNull(_ parameter: Int32) throws(LogError) {
        try connection.check(unsafe sqlite3_bind_null(handle, parameter), "prepare a statement")
    }

    func isNull(_ column: Int32) -> Bool { unsafe sqlite3_column_type(handle, column) == SQLITE_NULL }

    func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(handle, column) }

    func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

    /// The text of a column; nil when it is null or not UTF-8.
    func text(_ column: Int32) -> String? {
        guard let bytes = unsafe sqlite3_column_text(handle, column) else { return nil }
        let count = unsafe Int(sqlite3_column_bytes(handle, column))
        return unsafe String(validating: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// The bytes of a column; nil when it is null.
    func blob(_ column: Int32) -> [UInt8]? {
        if isNull(column) { return nil }
        guard let bytes = unsafe sqlite3_column_blob(handle, column) else { return [] }
        return unsafe [UInt8](UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, column))))
    }
}
