internal import AttendanceModel

// Views for people with `sqlite3 -readonly` or a database browser: words for numbers, ISO 8601 for times.
extension Schema {
    static var punchesView: String {
        """
        CREATE VIEW punches AS SELECT
          seq,
          CASE WHEN basis >= 4 THEN strftime('%Y-%m-%d %H:%M:%S', clock / 1000, 'unixepoch') END AS machine_time,
          \(utc("at")) AS at_utc,
          uncertainty / 1000.0 AS uncertain_seconds,
          source AS device,
          subject AS credential,
          nullif(codes & 511, 0) - 1 AS state,
          nullif(codes >> 9 & 511, 0) - 1 AS verify,
          nullif(codes >> 18 & 8589934591, 0) - 1 AS work_code,
          CASE basis \(words(ClockBasis.allCases.map { ($0.rawValue, $0.word) })) END AS clock,
          \(utc("recorded")) AS recorded_utc,
          author,
          origin
        FROM fact WHERE kind = 1
        """
    }

    static var factsView: String {
        """
        CREATE VIEW facts AS SELECT
          seq,
          CASE kind \(words(FactKind.allCases.map { ($0.rawValue, $0.word) })) ELSE kind END AS kind,
          \(utc("at")) AS at_utc,
          \(utc("recorded")) AS recorded_utc,
          subject,
          source,
          author,
          origin,
          body
        FROM fact
        """
    }

    private static func utc(_ column: String) -> String {
        "strftime('%Y-%m-%dT%H:%M:%fZ', \(column) / 1000.0, 'unixepoch')"
    }

    private static func words(_ pairs: [(Int, String)]) -> String {
        pairs.map { "WHEN \($0.0) THEN '\($0.1)'" }.joined(separator: " ")
    }
}

extension ClockBasis {
    var word: String {
        switch self {
        case .none: "none"
        case .hostSynchronised: "host"
        case .hostUnsynchronised: "host, not synchronised"
        case .hostUnknown: "host, unknown"
        case .machineAssumed: "machine, assumed"
        case .machineMeasured: "machine, measured"
        case .received: "received"
        }
    }
}
