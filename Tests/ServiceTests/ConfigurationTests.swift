import AttendanceModel
import DeviceIO
import Testing
import WireFormats

@testable import Service

@Suite struct ConfigurationTests {
    @Test func readsEverything() throws {
        let text = """
            { // the school's readers
              data: "/srv/dutyclock", zone: "Asia/Urumqi", socket: "/run/d.sock",
              devices: {
                gate: { driver: "rdm6300", port: "/dev/serial/by-path/p0", place: "大门" },
                desk: { driver: "ascii-line", port: "/dev/ttyUSB1", baud: 115200, parity: "even", format: "dec10 zeros" },
              },
            }
            """
        let configuration = try Configuration.parse(text, path: "c.json5")
        #expect(configuration.dataDirectory == "/srv/dutyclock")
        #expect(configuration.zone == "Asia/Urumqi")
        #expect(configuration.socketPath == "/run/d.sock")
        #expect(configuration.places == ["gate": "大门"])
        #expect(
            configuration.devices == [
                DeviceSettings(
                    id: DeviceID("gate"), driver: "rdm6300", port: "/dev/serial/by-path/p0",
                    serial: SerialSettings(baudRate: 9600), format: nil),
                DeviceSettings(
                    id: DeviceID("desk"), driver: "ascii-line", port: "/dev/ttyUSB1",
                    serial: SerialSettings(baudRate: 115_200, dataBits: 7, parity: .even),
                    format: CardProfile(format: .dec10, zerosDropped: true)),
            ])
    }

    @Test func listensInTheDataFolderUnlessTold() throws {
        let configuration = try Configuration.parse("{ data: \"/d\" }", path: "c")
        #expect(configuration.socketPath == "/d/control.sock")
        #expect(configuration.zone == "Asia/Shanghai")
    }

    @Test func saysAllFaultsAtOnceWithTheirPlaces() {
        let text = """
            { data: "relative", zone: "Mars/Olympus", colour: 1,
              devices: {
                a: { driver: "zk", port: "/dev/a", baud: 1 },
                b: { driver: "id12", port: "/dev/a" },
                c: { driver: "id12", port: "/dev/a", format: "dec99" },
                d: { port: 5 },
                e: { driver: "id12", port: "/dev/a" },
              } }
            """
        let error = #expect(throws: ServiceError.self) { try Configuration.parse(text, path: "c.json5") }
        guard case .findings(let findings) = error else {
            Issue.record("not a list of findings")
            return
        }
        let places = findings.map { $0.split(separator: " ").first.map(String.init) ?? "" }
        #expect(
            places == [
                "c.json5:1:9:", "c.json5:1:27:", "c.json5:1:43:", "c.json5:3:18:", "c.json5:3:46:", "c.json5:5:50:",
                "c.json5:6:16:", "c.json5:6:5:", "c.json5:7:5:",
            ])
    }

    @Test func saysWhichFormatsThereAre() {
        let text = #"{ devices: { a: { driver: "ascii-line", port: "/dev/a", format: "dec10 zero" } } }"#
        let error = #expect(throws: ServiceError.self) { try Configuration.parse(text, path: "c") }
        let sentence = error?.description ?? ""
        for word in ["\"dec10 zero\" is not known", "uid-hex", "zeros"] {
            #expect(sentence.contains(word), "\(sentence)")
        }
    }

    @Test func refusesWhatIsNoJSON5WithThePlace() {
        let error = #expect(throws: ServiceError.self) { try Configuration.parse("{ data: }", path: "c") }
        #expect(error?.description.hasPrefix("c:1:9: ") == true)
    }

    @Test func namesTheFileThatIsNotThere() {
        let error = #expect(throws: ServiceError.self) { try Configuration.read("/nowhere/c.json5") }
        #expect(
            error?.description == "Cannot read the configuration /nowhere/c.json5: No such file or directory.")
        #expect(error?.exitStatus == 66)
    }
}
