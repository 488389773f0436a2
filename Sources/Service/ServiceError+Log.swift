package import EventLog

extension ServiceError {
    package init(_ error: LogError) {
        self = .store(error.description, exitStatus: error.exitStatus)
    }
}

extension LogError {
    /// The exit status that the cases name.
    package var exitStatus: Int32 {
        switch self {
        case .missing: 66
        case .forbidden: 77
        case .owned, .importLost: 75
        case .notALog, .newer, .damaged, .refused: 65
        case .full, .failed: 74
        case .closed: 70
        }
    }
}
