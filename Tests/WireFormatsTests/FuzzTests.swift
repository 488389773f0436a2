import AttendanceModel
import Testing
import WireFormats

/// Seeded rubbish and spoiled samples: nothing traps, nothing is read beyond its end, no byte goes missing.
@Suite struct FuzzTests {
    @Test(arguments: Driver.all.map(\.name)) func decodersAccountForEveryByte(_ name: String) throws {
        let driver = try #require(Driver.named(name))
        var numbers = SeededNumbers(seed: 11)
        let samples = Vector.rdm6300.map(\.bytes) + [Array("213,02000\r\n".utf8), Array("\u{2}04E2\u{3}".utf8)]
        for round in 0..<600 {
            let sample = samples.randomElement(using: &numbers) ?? []
            let bytes =
                round.isMultiple(of: 3)
                ? numbers.bytes(Int.random(in: 0...120, using: &numbers), from: round.isMultiple(of: 2) ? sample : nil)
                : numbers.mutation(of: sample + sample + sample)
            var line = Resynchroniser(driver.makeDecoder(nil))
            var frames: [Resynchroniser<CardReading>.Frame] = []
            var start = 0
            while start < bytes.count {
                let end = min(bytes.count, start + Int.random(in: 1...40, using: &numbers))
                frames += line.feed(Array(bytes[start..<end]))
                if Int.random(in: 0..<8, using: &numbers) == 0 { frames += line.lineFellSilent() }
                start = end
            }
            frames += line.lineFellSilent()
            let taken = frames.reduce(0) { $0 + $1.raw.count }
            #expect(taken + line.discarded.values.reduce(0, +) == bytes.count)
            #expect(!line.isPending)
            #expect(frames.count == line.frameCount)
            #expect(frames.allSatisfy { (4...32).contains($0.message.text.utf8.count) })
        }
    }

    @Test(arguments: Driver.all.map(\.name)) func decodersNeverTakeMoreThanTheyAreGiven(_ name: String) throws {
        let driver = try #require(Driver.named(name))
        var numbers = SeededNumbers(seed: 13)
        for _ in 0..<2000 {
            var decoder = driver.makeDecoder(nil)
            let alphabet = Array("\u{2}\u{3}\r\n0A9f ,x".utf8)
            let bytes = numbers.bytes(Int.random(in: 0...40, using: &numbers), from: alphabet)
            for silent in [false, true] {
                let step = silent ? decoder.lineFellSilent(in: bytes.span) : decoder.next(in: bytes.span)
                switch step {
                case .needMore: #expect(silent ? bytes.isEmpty : bytes.count < decoder.longestFrame)
                case .frame(let length, _), .discard(let length, _): #expect((1...bytes.count).contains(length))
                }
            }
        }
    }

    @Test func attlogReaderAccountsForEveryByte() {
        var numbers = SeededNumbers(seed: 17)
        let samples = Vector.exports.map(\.bytes)
        for round in 0..<400 {
            let sample = samples.randomElement(using: &numbers) ?? []
            let alphabet = round.isMultiple(of: 2) ? Array("\t\n\r 0123456789-:\u{0}A".utf8) : nil
            let bytes =
                round.isMultiple(of: 3)
                ? numbers.bytes(Int.random(in: 0...300, using: &numbers), from: alphabet)
                : numbers.mutation(of: sample)
            let file = AttlogFile(bytes)
            #expect(file.accountsForEveryByte, "\(bytes)")
            #expect(file.summary.rows == file.rows.count)
            #expect(file.summary.refused == file.refusals.count)
            let pieces = AttlogFile(bytes, chunk: Int.random(in: 1...50, using: &numbers))
            #expect(pieces.items == file.items, "\(bytes)")
            #expect(pieces.summary == file.summary)
        }
    }

    @Test(arguments: PunchFormat.allCases) func everyReaderAccountsForEveryByte(_ format: PunchFormat) {
        var numbers = SeededNumbers(seed: 29)
        let header = Array("No\tTMNo\tEnNo\tName\t\tMode\tDateTime\r\n".utf8)
        for round in 0..<400 {
            let sample = Vector.exports.map(\.bytes).randomElement(using: &numbers) ?? []
            let alphabet = Array("\t\n\r 0123456789-/:\u{0}AP#=,".utf8)
            var bytes =
                round.isMultiple(of: 3)
                ? header + numbers.bytes(Int.random(in: 0...300, using: &numbers), from: alphabet)
                : numbers.mutation(of: numbers.mutation(of: sample))
            if round.isMultiple(of: 5) { bytes = bytes.flatMap { [$0, 0] } }
            let file = ReadExport(bytes, format)
            #expect(file.summary.rows == file.rows.count)
            #expect(file.summary.refused == file.refusals.count)
            #expect(format != .agl || file.accountsForEveryByte, "\(bytes)")
            let pieces = ReadExport(bytes, format, chunk: Int.random(in: 1...50, using: &numbers))
            #expect(pieces.items == file.items, "\(bytes)")
            #expect(pieces.raw == file.raw)
            #expect(pieces.summary == file.summary)
            var names = ExportNameReader(format: .punches(format))
            names.feed(bytes.span)
            _ = names.finish()
        }
    }

    @Test func recognitionAndRecordsTakeAnyBytes() {
        var numbers = SeededNumbers(seed: 19)
        for round in 0..<600 {
            let sample = (Vector.exports + Vector.zk).map(\.bytes).randomElement(using: &numbers) ?? []
            let bytes = round.isMultiple(of: 2) ? numbers.mutation(of: sample) : numbers.bytes(round % 100)
            _ = ExportFormat.recognise(prefix: bytes.span, size: Int64(bytes.count))
            for layout in ZKRecord.Layout.allCases {
                let isRead = ZKRecord(bytes.span, layout: layout) != nil
                #expect(!isRead || bytes.count >= layout.size)
            }
            for layout in ZKUser.Layout.allCases {
                let isRead = ZKUser(bytes.span, layout: layout) != nil
                #expect(!isRead || bytes.count >= layout.rawValue)
            }
            _ = ZKRecord(event: bytes.span)
        }
    }

    @Test func cardTextsOfAnyKindAreReadOrRefused() {
        var numbers = SeededNumbers(seed: 23)
        for _ in 0..<1000 {
            let bytes = numbers.bytes(Int.random(in: 0...36, using: &numbers), from: Array("0019AFf,:.- 8x".utf8))
            let text = String(decoding: bytes, as: UTF8.self)
            for format in CardFormat.allCases {
                for zerosDropped in [false, true] {
                    _ = try? CardNumber.read(text, as: format, zerosDropped: zerosDropped)
                }
            }
            _ = CardNumber.refusal(ofEnrolling: text, as: nil)
        }
    }
}
