import AttendanceModel
import Testing
import WireFormats

@Suite struct ZKVectorTests {
    /// What the file holds besides times, records and users: packets of the network protocol, which nothing here speaks.
    @Test func linesOfTheFileThatAreNotCoveredArePackets() {
        let names = Vector.zk.map(\.name)
        let covered = names.filter {
            ["time-", "attlog-record-", "user-", "event-attlog"].contains(where: $0.hasPrefix)
        }
        #expect(names.count == 42)
        #expect(covered.count == 17)
        let packets = Vector.zk.filter { !covered.contains($0.name) }
        #expect(packets.allSatisfy { $0.string("framing") != nil })
    }

    @Test(arguments: Vector.zk.filter { $0.name.hasPrefix("time-") && $0.int("encoded") != nil })
    func timesDecodeAndEncode(_ vector: Vector) throws {
        let value = try #require(vector.int("encoded").flatMap(UInt32.init(exactly:)))
        let time = try #require(vector.string("datetime_local").flatMap { LocalDateTime($0) })
        let stored = vector.bytes.reversed().reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
        #expect(stored == value)
        #expect(ZKTime.decode(value) == .time(time))
        #expect(ZKTime.encode(time) == value)
    }

    @Test func thirtiethOfFebruaryIsKeptAsItStands() throws {
        let vector = try #require(Vector.zk.first { $0.name == "time-NEGATIVE-feb30" })
        let value = vector.bytes.reversed().reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
        #expect(ZKTime.decode(value) == .impossible("2025-02-30 00:00:00"))
    }

    @Test func everyStoredNumberSaysSomethingAndTimesSurviveTheRoundTrip() {
        var numbers = SeededNumbers(seed: 3)
        for value in [0, .max] + (0..<2000).map({ _ in UInt32.random(in: 0 ... .max, using: &numbers) }) {
            guard case .time(let time) = ZKTime.decode(value), time.date.year < 2100 else { continue }
            #expect(ZKTime.encode(time) == value)
        }
        #expect(ZKTime.encode(LocalDateTime(wallSeconds: 0)) == nil)
        #expect(LocalDateTime("2100-01-01 00:00").flatMap(ZKTime.encode) == nil)
    }

    @Test(arguments: Vector.zk.filter { $0.name.hasPrefix("attlog-record-") })
    func readsRecords(_ vector: Vector) throws {
        let layout: ZKRecord.Layout =
            switch vector.bytes.count {
            case 8: vector.name.contains("-8A-") ? .short : .flagged
            case 16: .medium
            default: .long
            }
        let punch = try #require(record(vector.bytes, layout))
        let user = vector.string("user_id") ?? (vector.int("user_id") ?? vector.int("uid")).map(String.init)
        #expect(punch.userID == user)
        #expect(punch.wall.time == vector.string("datetime_local").flatMap { LocalDateTime($0) })
        let state = vector.int("state") ?? vector.int("status") ?? vector.int("state_bits0_2")
        if let state { #expect(punch.codes.state == UInt8(state)) }
        if let verify = vector.int("verify") ?? vector.int("verify_bits3_4") {
            #expect(punch.codes.verify == UInt8(verify))
        }
        #expect(punch.codes.workCode == vector.int("workcode").map { UInt32($0) })
        #expect(record(vector.bytes.dropLast(), layout) == nil)
    }

    @Test(arguments: Vector.zk.filter { $0.name.hasPrefix("event-attlog") })
    func readsLiveEvents(_ vector: Vector) throws {
        // A whole frame has 16 bytes of carrier and packet header in front.
        let payload = Array(vector.bytes.dropFirst(vector.string("framing") == nil ? 0 : 16))
        let punch = try #require(event(payload))
        #expect(punch.userID == vector.string("user_id") ?? vector.int("user_id").map(String.init))
        #expect(punch.wall.time == vector.string("datetime_local").flatMap { LocalDateTime($0) })
        if let verify = vector.int("verify") { #expect(punch.codes.verify == UInt8(verify)) }
        #expect(event(payload.dropLast()) == nil)
    }

    @Test(arguments: Vector.zk.filter { $0.name.hasPrefix("user-") })
    func readsUsers(_ vector: Vector) throws {
        let layout = try #require(ZKUser.Layout(rawValue: vector.bytes.count))
        let person = try #require(user(vector.bytes, layout))
        #expect(person.uid == UInt16(try #require(vector.int("uid"))))
        #expect(person.privilege == UInt8(try #require(vector.int("privilege"))))
        #expect(person.password == vector.string("password"))
        #expect(String(decoding: person.name, as: UTF8.self) == vector.string("name"))
        #expect(person.card == UInt32(try #require(vector.int("card"))))
        #expect(person.group == vector.string("group") ?? vector.int("group").map(String.init))
        #expect(person.userID == vector.string("user_id") ?? vector.int("user_id").map(String.init))
        #expect(user(vector.bytes.dropLast(), layout) == nil)
    }

    private func record(_ bytes: some Sequence<UInt8>, _ layout: ZKRecord.Layout) -> ZKRecord? {
        ZKRecord(Array(bytes).span, layout: layout)
    }

    private func event(_ bytes: some Sequence<UInt8>) -> ZKRecord? {
        ZKRecord(event: Array(bytes).span)
    }

    private func user(_ bytes: some Sequence<UInt8>, _ layout: ZKUser.Layout) -> ZKUser? {
        ZKUser(Array(bytes).span, layout: layout)
    }
}
