package import Runtime

/// The one way to write into a log: through the daemon when one owns it, else as its owner for as long as this lives.
///
/// Calls block; they are for commands, not for the daemon. Everything that returns normally is on disk.
package final class OwnerConnection {
    private let dataDirectory: String

    /// Finds the owner of the log in `dataDirectory`, or becomes it.
    ///
    /// The folder is made if `create` and absent. `socket` nil means the path named in the lock file. `clock` stamps
    /// facts when this process is the owner.
    package init(
        dataDirectory: String, socket: String? = nil, create: Bool = true, clock: any HostClock = SystemClock()
    ) throws(ServiceError) {
        self.dataDirectory = dataDirectory
        throw .store("The log cannot be opened yet.", exitStatus: 69)
    }

    /// Whether a daemon does the writing.
    package var isRemote: Bool { false }

    /// Writes all of `contributions` in one transaction, or none, and returns one receipt for each, in order.
    package func contribute(_ contributions: [Contribution]) throws(ServiceError) -> [Receipt] {
        throw .store("The log in \(dataDirectory) cannot be written yet.", exitStatus: 69)
    }

    /// Imports a machine's export file; importing the same bytes again adds nothing.
    ///
    /// The file is read twice (its digest comes first); `progress` is called after every chunk of 64 KiB.
    package func importFile(
        at path: String, _ request: ImportRequest, progress: (ImportProgress) -> Void = { _ in }
    ) throws(ServiceError) -> ImportOutcome {
        throw .store("The log in \(dataDirectory) cannot be written yet.", exitStatus: 69)
    }

    /// How the daemon does; nil when this process is the owner itself.
    package func status() throws(ServiceError) -> Status? { nil }
}
