import Reports
import Testing

/// 大写金额 by the rules of Chinese accounts.
@Suite struct ChineseAmountTests {
    private static let amounts: [(Int, String)] = [
        (0, "零元整"), (5, "伍分"), (50, "伍角整"), (55, "伍角伍分"), (100, "壹元整"), (105, "壹元零伍分"), (150, "壹元伍角整"),
        (1000, "壹拾元整"), (140_950, "壹仟肆佰零玖元伍角整"), (600_714, "陆仟零柒元壹角肆分"), (1_650_002, "壹万陆仟伍佰元零贰分"),
        (10_000_00, "壹万元整"), (10_001_00, "壹万零壹元整"), (100_010_00, "壹拾万零壹拾元整"), (10_000_000_00, "壹仟万元整"),
        (10_700_053, "壹拾万柒仟元伍角叁分"), (100_000_000_00, "壹亿元整"), (100_000_001_00, "壹亿零壹元整"), (-105, "负壹元零伍分"),
        (1_003_000_500_00, "壹拾亿零叁佰万零伍佰元整"),
    ]

    @Test(arguments: amounts)
    func writesFenInCapitals(fen: Int, words: String) {
        #expect(ChineseAmount.text(fen: fen) == words)
    }

    @Test func writesTheLargestAmountsWithoutTrapping() {
        #expect(ChineseAmount.text(fen: .max).hasSuffix("柒分"))
        #expect(ChineseAmount.text(fen: .min).hasPrefix("负"))
    }
}
