import AttendanceModel
import DeviceIO
import Glibc
import Runtime
import TextCodec
import WireFormats

extension Configuration {
    /// Reads a configuration file; a file with any fault is refused with all of them, as `path:line:column: …`.
    package static func read(_ path: String) throws(ServiceError) -> Configuration {
        let bytes: [UInt8]
        do throws(Errno) {
            let file = try FileDescriptor.open(path, flags: O_RDONLY)
            bytes = try file.read(atMost: longestFile + 1)
        } catch {
            throw .file(doing: "read the configuration", path: path, error)
        }
        guard bytes.count <= longestFile else {
            throw .findings(["\(path): is larger than \(longestFile) bytes: this is not the daemon's configuration"])
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .findings(["\(path): is not UTF-8: save it as UTF-8"])
        }
        return try parse(text, path: path)
    }

    private static let longestFile = 1 << 20

    /// Reads a configuration's text; `path` is what findings are said of.
    package static func parse(_ text: String, path: String) throws(ServiceError) -> Configuration {
        let result = JSON5.read(text)
        var reader = ConfigurationReader(path: path)
        for error in result.errors { reader.findings.append("\(path):\(error)") }
        var configuration = Configuration()
        if let root = result.root, result.errors.isEmpty { reader.read(root, into: &configuration) }
        guard reader.findings.isEmpty else { throw .findings(reader.findings) }
        return configuration
    }
}

/// Collects what is wrong while it reads.
private struct ConfigurationReader {
    let path: String
    var findings: [String] = []

    private static let baudRates = [1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200]

    private mutating func find(_ position: TextPosition, _ sentence: String) {
        findings.append("\(path):\(position): \(sentence)")
    }

    mutating func read(_ root: JSON5Node, into configuration: inout Configuration) {
        guard let members = root.members else {
            return find(root.position, "the file must hold one object { … }")
        }
        for member in members {
            switch member.key {
            case "data": if let path = absolute(member) { configuration.dataDirectory = path }
            case "socket": if let path = absolute(member) { configuration.socket = path }
            case "zone": if let zone = zone(member) { configuration.zone = zone }
            case "devices": devices(member.node, into: &configuration)
            default: unknown(member, "data, zone, socket, devices")
            }
        }
    }

    private mutating func devices(_ node: JSON5Node, into configuration: inout Configuration) {
        guard let members = node.members else {
            return find(node.position, "devices must be an object with one member for each reader")
        }
        var ports: [String: String] = [:]
        for member in members {
            guard !member.key.isEmpty, let fields = member.node.members else {
                find(member.position, "a reader is written as name: { driver: …, port: … }")
                continue
            }
            guard let settings = device(member, fields) else { continue }
            if let place = member.node["place"]?.string { configuration.places[member.key] = place }
            if let other = ports[settings.port] {
                find(member.position, "\(member.key) has the same port as \(other): a port belongs to one reader")
            }
            ports[settings.port] = member.key
            configuration.devices.append(settings)
        }
    }

    private mutating func device(_ member: JSON5Member, _ fields: [JSON5Member]) -> DeviceSettings? {
        var driver: Driver?
        var port: String?
        var baud: Int?
        var parity = SerialSettings.Parity.none
        var format: CardProfile?
        let before = findings.count
        for field in fields {
            switch field.key {
            case "driver": driver = choice(field, Driver.all.map(\.name)).flatMap { Driver.named($0) }
            case "port": port = absolute(field)
            case "baud": baud = choice(field, Self.baudRates)
            case "parity":
                let words = [SerialSettings.Parity.none, .even, .odd].map(\.rawValue)
                parity = choice(field, words).flatMap { SerialSettings.Parity(rawValue: $0) } ?? .none
            case "format":
                format = profile(field)
            case "place": _ = text(field)
            default: unknown(field, "driver, port, baud, parity, format, place")
            }
        }
        for (key, isThere) in [
            ("driver", fields.contains { $0.key == "driver" }), ("port", fields.contains { $0.key == "port" }),
        ]
        where !isThere {
            find(member.position, "the reader \(member.key) has no \(key): add one")
        }
        guard findings.count == before, let driver, let port else { return nil }
        let serial = SerialSettings(
            baudRate: baud ?? driver.serial.baudRate, dataBits: parity == .none ? driver.serial.dataBits : 7,
            parity: parity, stopBits: driver.serial.stopBits)
        return DeviceSettings(
            id: DeviceID(member.key), driver: driver.name, port: port, serial: serial, format: format)
    }

    // MARK: Values

    private mutating func text(_ member: JSON5Member) -> String? {
        guard let text = member.node.string, !text.isEmpty else {
            find(member.node.position, "\(member.key) must be a text in quotes")
            return nil
        }
        return text
    }

    private mutating func absolute(_ member: JSON5Member) -> String? {
        guard let path = text(member) else { return nil }
        guard path.hasPrefix("/"), !path.utf8.contains(0) else {
            find(member.node.position, "\(member.key) must be an absolute path, beginning with /")
            return nil
        }
        return path
    }

    private mutating func zone(_ member: JSON5Member) -> String? {
        guard let name = text(member) else { return nil }
        do throws(ZoneError) {
            _ = try ZoneRules.system(named: name)
            return name
        } catch {
            find(member.node.position, "\(error)")
            return nil
        }
    }

    /// A card format, and after it what is special about the reader.
    private mutating func profile(_ member: JSON5Member) -> CardProfile? {
        guard let text = text(member) else { return nil }
        if let profile = CardProfile(text) { return profile }
        let formats = CardFormat.allCases.map(\.rawValue).joined(separator: ", ")
        find(
            member.node.position,
            "\(member.key) \"\(text)\" is not known: use one of \(formats), and after it what is special of "
                + CardProfile.options.joined(separator: ", "))
        return nil
    }

    private mutating func choice(_ member: JSON5Member, _ words: [String]) -> String? {
        guard let word = text(member) else { return nil }
        guard words.contains(word) else {
            find(
                member.node.position,
                "\(member.key) \"\(word)\" is not known: use one of \(words.joined(separator: ", "))")
            return nil
        }
        return word
    }

    private mutating func choice(_ member: JSON5Member, _ numbers: [Int]) -> Int? {
        guard case .integer(let value) = member.node.value, let number = Int(exactly: value), numbers.contains(number)
        else {
            let list = numbers.map(String.init).joined(separator: ", ")
            find(member.node.position, "\(member.key) must be one of \(list)")
            return nil
        }
        return number
    }

    private mutating func unknown(_ member: JSON5Member, _ known: String) {
        find(member.position, "\"\(member.key)\" is not known here: the keys are \(known)")
    }
}
