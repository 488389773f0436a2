import Glibc

/// Times work and prints rows of figures.
enum Stopwatch {
    static func now() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let began = now()
        try work()
        return now() - began
    }

    /// Processor time, which other programs on the same computer change less than the clock on the wall.
    static func processorSeconds(_ work: () throws -> Void) rethrows -> Double {
        let began = processorNow()
        try work()
        return processorNow() - began
    }

    static func processorNow() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// The value below which `share` (0 ... 1) of the values lie.
    static func percentile(_ values: [Double], _ share: Double) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[min(Int(Double(sorted.count) * share), sorted.count - 1)]
    }

    static func row(_ name: String, _ value: Double, _ ratio: Double?) {
        let number = String(Int(value.rounded()))
        let label = name + String(repeating: " ", count: max(1, 36 - name.count))
        let digits = String(repeating: " ", count: max(1, 12 - number.count)) + number
        print("  " + label + digits + (ratio.map { "   x \(Double(Int($0 * 1000)) / 1000)" } ?? ""))
    }
}
