package import TextCodec

extension Finding {
    /// `roster.csv:12: error: what is wrong; what to do`.
    package func description(in language: Language) -> String {
        switch language {
        case .english: "\(place): \(severity.word(in: language)): \(kind.sentence(in: language))"
        case .chinese: "\(place)：\(severity.word(in: language))：\(kind.sentence(in: language))"
        }
    }
}

extension Finding.Severity {
    package func word(in language: Language) -> String {
        switch (self, language) {
        case (.error, .english): "error"
        case (.question, .english): "question"
        case (.warning, .english): "warning"
        case (.error, .chinese): "错误"
        case (.question, .chinese): "待答"
        case (.warning, .chinese): "注意"
        }
    }
}

extension FindingKind {
    /// What is wrong, why it matters and what to do, in one sentence without the place.
    package func sentence(in language: Language) -> String {
        switch language {
        case .english: formEnglish ?? nameEnglish ?? tableEnglish
        case .chinese: formChinese ?? nameChinese ?? tableChinese
        }
    }
}
