/// Amounts of money in the capital numerals of Chinese accounts (大写金额), which nobody can alter with a stroke.
package enum ChineseAmount {
    private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]

    /// Fen as words: 123,405 fen are 壹仟贰佰叁拾肆元零伍分.
    package static func text(fen: Int) -> String {
        let (yuan, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
        let (jiao, last) = (Int(rest / 10), Int(rest % 10))
        var text = fen < 0 ? "负" : ""
        if yuan > 0 || rest == 0 { text += (yuan == 0 ? "零" : words(yuan)) + "元" }
        if jiao > 0 { text += digits[jiao] + "角" }
        if jiao == 0, last > 0, yuan > 0 { text += "零" }
        return text + (last > 0 ? digits[last] + "分" : "整")
    }

    private static func words(_ number: UInt) -> String {
        for (unit, value) in [("亿", 100_000_000), ("万", 10_000), ("仟", 1000), ("佰", 100), ("拾", 10)] as [(String, UInt)]
        where number >= value {
            let (high, low) = number.quotientAndRemainder(dividingBy: value)
            // A unit that is passed over is heard as one 零.
            let gap = low > 0 && low < value / 10 ? "零" : ""
            return words(high) + unit + gap + (low > 0 ? words(low) : "")
        }
        return digits[Int(number)]
    }
}
