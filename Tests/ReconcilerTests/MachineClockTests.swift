import AttendanceModel
import TextCodec
import Testing

@testable import Reconciler

@Suite struct MachineClockTests {
    private static func clock(_ measured: [(at: Int64, offset: Int64)], zone: ZoneRules? = .utc) -> MachineClock {
        MachineClock(
            zone: zone,
            measurements: measured.map { MachineClock.Measurement(at: $0.at, offset: $0.offset, uncertainty: 0) },
            declaredOffset: nil, declaredUncertainty: nil, isConnected: true)
    }

    private func read(_ clock: MachineClock, _ second: Int64) -> MachineClock.Reading {
        clock.read(LocalDateTime(wallSeconds: second), assumed: 60, possible: 0...10_000_000)
    }

    @Test func takesTheFirstOffsetBeforeAndTheLastAfter() {
        let clock = Self.clock([(100_000, 10), (200_000, 20)])
        #expect(read(clock, 50_000).second == 49_990)
        #expect(read(clock, 300_000).second == 299_980)
    }

    @Test func driftsSteadilyBetweenMeasurementsWithHalvesRoundedUp() {
        let clock = Self.clock([(100_000, 0), (200_000, 10)])
        #expect(read(clock, 150_005).offset == 5)
        // On its own clock the stretch is 100,010 s long, so 0.5 s of offset is reached after 5,000.5 s.
        #expect(read(clock, 105_000).offset == 0)
        #expect(read(clock, 105_001).offset == 1)
        let backward = Self.clock([(100_000, 0), (200_000, -2)])
        #expect(read(backward, 124_999).offset == 0)
        #expect(read(backward, 125_001).offset == -1)
    }

    @Test func aJumpIsOverAMinuteAndOverHalfAMinuteADay() {
        func isJump(_ change: Int64, over seconds: Int64) -> Bool {
            MachineClock.isJump(
                MachineClock.Measurement(at: 0, offset: 0, uncertainty: 0),
                MachineClock.Measurement(at: seconds, offset: change, uncertainty: 0))
        }
        #expect(!isJump(60, over: 60))
        #expect(isJump(61, over: 60))
        #expect(isJump(-61, over: 60))
        #expect(!isJump(90, over: 3 * 86_400))
        #expect(isJump(91, over: 3 * 86_400))
    }

    @Test func aReadingWithTwoTimesIsAmbiguousAndTakenAsBeforeTheJump() {
        let clock = Self.clock([(100_000, 0), (110_000, -1200)])
        let reading = read(clock, 104_000)
        #expect(reading.isAmbiguous)
        #expect(reading.second == 104_000)
        #expect(!read(clock, 98_799).isAmbiguous)
        #expect(!read(clock, 110_001).isAmbiguous)
        #expect(read(clock, 110_001).second == 111_201)
    }

    @Test func onlyTimesThatCanBeTrueAreConsidered() {
        let clock = Self.clock([(9_000_000, 0), (9_500_000, -9_100_000)])
        let reading = clock.read(
            LocalDateTime(wallSeconds: 200_000), assumed: 60, possible: 8_000_000...9_600_000)
        #expect(reading.second == 9_300_000)
        #expect(!reading.isAmbiguous)
    }

    @Test func anUnknownZoneIsAClockThatCannotBeRead() {
        #expect(read(Self.clock([(0, 0)], zone: nil), 5).basis == .unmeasured)
    }
}
