package import AttendanceModel

/// How a serial line is set; what the kernel calls them.
package struct SerialSettings: Hashable, Sendable {
    package enum Parity: String, Sendable, Hashable { case none, even, odd }

    /// Bits per second.
    package let baudRate: Int
    package let dataBits: Int
    package let parity: Parity
    package let stopBits: Int

    package init(baudRate: Int, dataBits: Int = 8, parity: Parity = .none, stopBits: Int = 1) {
        self.baudRate = baudRate
        self.dataBits = dataBits
        self.parity = parity
        self.stopBits = stopBits
    }
}

/// How a protocol tells a damaged frame; one without a check is only used where the configuration names it.
package enum Integrity: String, Hashable, Sendable {
    case none, xor
}

/// One device protocol that this program speaks.
package struct Driver: Sendable {
    /// The word of the configuration.
    package let name: String
    /// The devices, as they are sold.
    package let devices: String
    package let serial: SerialSettings
    package let integrity: Integrity
    /// For a reader that repeats its frame while a card lies there: a card is gone after this silence, in milliseconds.
    package let repeatsUntilSilentMilliseconds: Int?
    /// Makes the decoder of one line; the format is the configuration's, for protocols that do not tell.
    package let makeDecoder: @Sendable (CardFormat?) -> any FrameDecoder<CardReading>

    /// Every driver, one line each.
    package static let all: [Driver] = [.rdm6300, .id12, .em18, .asciiLine]

    package static func named(_ name: some StringProtocol) -> Driver? { all.first { $0.name == name } }
}

extension Driver {
    static let rdm6300 = Driver(
        name: "rdm6300", devices: "RDM6300, RDM630 125 kHz modules", serial: SerialSettings(baudRate: 9600),
        integrity: .xor, repeatsUntilSilentMilliseconds: 300,
        makeDecoder: { _ in EM4100Decoder(takesBareFrames: false) })

    static let id12 = Driver(
        name: "id12", devices: "ID-2LA, ID-12LA, ID-20LA 125 kHz modules", serial: SerialSettings(baudRate: 9600),
        integrity: .xor, repeatsUntilSilentMilliseconds: nil,
        makeDecoder: { _ in EM4100Decoder(takesBareFrames: false) })

    static let em18 = Driver(
        name: "em18", devices: "EM-18 and other 125 kHz modules that send twelve characters without a frame",
        serial: SerialSettings(baudRate: 9600), integrity: .xor,
        repeatsUntilSilentMilliseconds: nil, makeDecoder: { _ in EM4100Decoder(takesBareFrames: true) })

    static let asciiLine = Driver(
        name: "ascii-line",
        devices: "readers, Wiegand converters (WIE232, WG2RS232, S4A) and barcode scanners that write lines",
        serial: SerialSettings(baudRate: 9600), integrity: .none,
        repeatsUntilSilentMilliseconds: nil, makeDecoder: { format in LineReaderDecoder(format: format) })
}
