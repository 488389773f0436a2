import AttendanceModel
import Evidence
import Reports
import Service
import WireFormats

extension ExportFile {
    /// Opens a file that was named, or that was found in a folder.
    static func open(_ item: ExportList.Item) throws(CommandError) -> ExportFile {
        do {
            return try ExportFile(opening: item.path, followingLinks: !item.isFound)
        } catch {
            throw CommandError(error)
        }
    }

    /// Reads every row that is somebody's; what is refused is in the summary, and `digest` gets the SHA-256 of the file.
    func rows(
        _ family: PunchFormat, _ order: DateOrder?, digest: inout String, _ take: (ExportRow) -> Void
    ) throws(CommandError) -> ExportSummary {
        var reader = family.reader(dates: order)
        let hasher = StreamHasher()
        func deliver(_ item: ExportItem) {
            if case .row(let row) = item, !row.isNobody { take(row) }
        }
        do {
            try read { bytes throws(ServiceError) in
                hasher.update(bytes)
                reader.feed(bytes.span) { item, _ in deliver(item) }
            }
        } catch {
            throw CommandError(error)
        }
        digest = hasher.finish().description
        return reader.finish { item, _ in deliver(item) }
    }

    /// The number that the name gives its machine: `1` of `1_attlog.dat`, `001` of `AGL_001.TXT`; no proof of anything.
    var numberInName: String? {
        let stem = name.split(separator: ".").first ?? ""
        let words = stem.split { !$0.isNumber || !$0.isASCII }
        return (stem.first?.isNumber == true ? words.first : words.last).map { word in
            let bare = word.drop { $0 == "0" }
            return bare.isEmpty ? "0" : String(bare)
        }
    }
}
