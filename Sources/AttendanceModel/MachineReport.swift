package import TextCodec

/// Which device stands behind a machine's name: what the person importing said, and what its files say of themselves.
///
/// The last one recorded for a machine is the device that stands there now. Files are recognised by this, never by
/// their names (`dutyclock import`).
package struct MachineReport: Hashable, Sendable {
    package let machine: DeviceID
    /// As the device writes it into its files, without spaces around it; nil when it writes none.
    package let serialNumber: String?
    /// The first day of this device under the machine's name; nil when it was always the same one.
    package let since: LocalDate?

    package init(machine: DeviceID, serialNumber: String?, since: LocalDate? = nil) {
        self.machine = machine
        self.serialNumber = serialNumber
        self.since = since
    }

    /// The stored body: `machine`, and what is known of `serial` and `since`.
    package var json: JSONValue {
        var members = [JSONMember("machine", .string(machine.text))]
        if let serialNumber { members.append(JSONMember("serial", .string(serialNumber))) }
        if let since { members.append(JSONMember("since", .string(since.description))) }
        return .object(members)
    }

    /// Reads what `json` wrote; nil for anything else.
    package init?(json: JSONValue) {
        guard let machine = json["machine"]?.string, !machine.isEmpty else { return nil }
        var since: LocalDate?
        if let text = json["since"]?.string {
            guard let date = LocalDate(iso: text) else { return nil }
            since = date
        }
        self.init(machine: DeviceID(machine), serialNumber: json["serial"]?.string, since: since)
    }
}
