extension Span<UInt8> {
    /// The first place of `byte` at or after `start`.
    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        var index = start
        while index < count {
            if self[index] == byte { return index }
            index += 1
        }
        return nil
    }

    /// How many bytes at the front fulfil `condition`.
    func prefixCount(where condition: (UInt8) -> Bool) -> Int {
        var index = 0
        while index < count, condition(self[index]) { index += 1 }
        return index
    }

    /// The first place from `start` up to `limit` that is no space, else `limit`.
    func skippingSpaces(from start: Int, to limit: Int) -> Int {
        var index = start
        while index < limit, self[index] == 0x20 { index += 1 }
        return index
    }

    /// The end of what stands from `start` up to `limit`, without the spaces at its end.
    func droppingSpaces(from start: Int, to limit: Int) -> Int {
        var end = limit
        while end > start, self[end - 1] == 0x20 { end -= 1 }
        return end
    }

    /// The value of the two decimal digits at `index` and after it.
    func twoDigits(at index: Int) -> Int? {
        let tens = self[index] &- 0x30
        let ones = self[index + 1] &- 0x30
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
    }

    /// The value of the decimal digits from `start` up to `end`, at least one; nil for others and beyond 32 bits.
    func number(from start: Int, to end: Int) -> UInt32? {
        guard start < end else { return nil }
        var value: UInt32 = 0
        for index in start..<end {
            let digit = self[index] &- 0x30
            guard digit < 10 else { return nil }
            let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carried) = tenfold.addingReportingOverflow(UInt32(digit))
            if overflow || carried { return nil }
            value = sum
        }
        return value
    }

    /// The bytes as text; empty when they are not UTF-8.
    var text: String {
        guard let utf8 = try? UTF8Span(validating: self) else { return "" }
        return String(copying: utf8)
    }

    /// A copy of the bytes.
    package var array: [UInt8] {
        var copy: [UInt8] = []
        copy.reserveCapacity(count)
        for index in indices { copy.append(self[index]) }
        return copy
    }
}
