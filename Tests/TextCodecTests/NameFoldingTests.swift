import Testing
import TextCodec

struct NameFoldingTests {
    @Test func foldsFullWidthSignsAndStraySpaces() {
        #expect(NameFolding.ascii("　Ｔ０１２\u{A0}") == "T012")
        #expect(NameFolding.ascii("7：05") == "7:05")
        #expect(NameFolding.ascii("\u{FEFF}王 芳\u{200B}") == "王 芳")
        #expect(NameFolding.word(" Person　ID ") == "personid")
        #expect(NameFolding.trimmed("\r\n a b \t") == "a b")
    }

    @Test func comparesComposedAndDecomposedNamesAsEqual() {
        // Canonical equivalence is String's own ==, so no normalising is needed before comparing.
        let composed = "Zo\u{EB}"
        let decomposed = "Zoe\u{308}"
        #expect(composed == decomposed)
        #expect(Set([composed, decomposed]).count == 1)
    }
}
