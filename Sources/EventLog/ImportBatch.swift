/// A file or download on its way into the log.
///
/// What is appended here is on disk only after `commit`, or after a `LogStore.append` that came between. An import
/// that is given up needs nothing: its rows stay, and the same file again completes it.
package final class ImportBatch {
    private let store: LogStore
    private var losses: Int

    init(store: LogStore) {
        self.store = store
        losses = store.losses
    }

    /// Adds facts, all or none of this call; the result has one element for each fact, in order.
    ///
    /// Throws `importLost` when a failed write took uncommitted rows of this import with it.
    package func append(_ facts: [NewFact]) throws(LogError) -> [Appended] {
        try checkLosses()
        let result = try store.insert(facts)
        try checkLosses()
        try store.commitIfLarge()
        return result
    }

    /// Makes everything durable; throws `importLost` when a failed write took uncommitted rows with it.
    package func commit() throws(LogError) {
        try checkLosses()
        try store.commit()
        try checkLosses()
    }

    private func checkLosses() throws(LogError) {
        guard losses == store.losses else {
            losses = store.losses
            throw .importLost
        }
    }
}
