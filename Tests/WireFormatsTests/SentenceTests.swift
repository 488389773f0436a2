import Testing
import TextCodec
import WireFormats

/// Every refusal speaks both languages, in one sentence of its own, without a full stop (the caller composes).
@Suite struct SentenceTests {
    private static let reasons: [ExportRefusal.Reason] = [
        .cut, .notARow, .zeroBytes, .tooLong, .userID, .time, .dateTime, .column(4), .utf16,
    ]

    @Test(arguments: Language.allCases) func everyRefusalHasItsOwnSentence(_ language: Language) {
        let lines = Self.reasons.map { ExportRefusal(line: 1, offset: 0, reason: $0).sentence(in: language) }
        let files = UnsupportedExport.allCases.map { $0.sentence(in: language) }
        for sentences in [lines, files] {
            #expect(Set(sentences).count == sentences.count)
            for sentence in sentences {
                #expect(sentence.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) } == (language == .chinese))
                #expect(!sentence.hasSuffix(".") && !sentence.hasSuffix("。"))
            }
        }
    }

    @Test func saysExactlyWhatToDoAboutACutFile() {
        let refusal = ExportRefusal(line: 7, offset: 99, reason: .cut)
        #expect(
            refusal.description
                == "the file ends within this row, so it is not taken: export again and keep the stick in until the "
                + "machine says done")
    }
}
