import AttendanceModel
import TextCodec

extension TableReader {
    /// The text of a devices.csv with rows for machines that it does not have yet; the school's own rows stay as they
    /// are. An empty text becomes a whole file.
    package static func devices(_ text: String, adding rows: [DeviceRow]) -> String {
        let known = Set(devices(text).rows.map(\.device))
        let new = rows.filter { !known.contains($0.device) }
        guard !new.isEmpty else { return text }
        let header = CSVTable(text).header.cells
        var lines = text
        if header.isEmpty {
            lines = CSVWriter.row(standardDeviceHeader)
        } else if let last = lines.unicodeScalars.last, last != "\n" {
            lines += "\r\n"
        }
        let columns = (header.isEmpty ? standardDeviceHeader : header).map { cell in
            deviceColumns.first { $0.isCalled(NameFolding.word(cell)) }?.name
        }
        for row in new {
            let values = [
                "device": row.device.text, "place": row.place, "offset": row.offsetSeconds.map(String.init),
                "zone": row.zoneName, "uncertainty": row.uncertaintySeconds.map(String.init),
                "only": row.only?.map(\.text).joined(separator: " "), "type": row.isReader ? "reader" : nil,
            ]
            lines += CSVWriter.row(columns.map { column in column.flatMap { values[$0] ?? nil } ?? "" })
        }
        return lines
    }

    private static let standardDeviceHeader = ["device", "place", "uncertainty"]
}
