package import AttendanceModel

extension Book {
    /// Reads published documents, in the order in which they were recorded, into one book.
    ///
    /// Findings name the files; a document with errors is left out whole, so that nothing is half-taken.
    package static func assemble(
        documents: [(document: Document, recorded: Instant)]
    ) -> (book: Book, findings: [Finding]) {
        (Book(), [])
    }
}
