import Testing
import TextCodec

struct DisplayWidthTests {
    @Test(arguments: [
        ("abc", 3), ("王芳", 4), ("３-2班！", 8), ("e\u{301}", 1), ("😀", 2), ("👨‍👩‍👧", 2), ("🇨🇳", 2), ("❤️", 2), ("❤", 1),
        ("…", 1),
        ("한글", 4), ("\u{1100}\u{1161}", 2), ("ｱ", 1), ("ア", 2), ("𠮷", 2), ("\u{200B}", 0), ("\u{7}", 0), ("", 0),
        ("×", 1),
    ])
    func countsColumns(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test func padsByColumns() {
        #expect(DisplayWidth.pad("王芳", to: 6) == "王芳  ")
        #expect(DisplayWidth.pad("王芳", to: 6, align: .right) == "  王芳")
        #expect(DisplayWidth.pad("王芳", to: 3) == "王芳")
    }

    @Test(arguments: [
        ("课后延时服务", 12, "课后延时服务"), ("课后延时服务", 11, "课后延时服…"), ("课后延时服务", 10, "课后延时…"), ("abc", 2, "a…"), ("abc", 1, "…"),
        ("abc", 0, ""), ("e\u{301}bc", 2, "e\u{301}…"),
    ])
    func cutsWithinTheWidth(text: String, width: Int, cut: String) {
        #expect(DisplayWidth.truncate(text, to: width) == cut)
        #expect(DisplayWidth.of(DisplayWidth.truncate(text, to: width)) <= max(width, 0))
    }
}
