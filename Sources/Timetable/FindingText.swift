package import TextCodec

extension Finding {
    /// `roster.csv:12: error: what is wrong; what to do`.
    package func description(in language: Language) -> String {
        let severity =
            switch (self.severity, language) {
            case (.error, .english): "error"
            case (.question, .english): "question"
            case (.warning, .english): "warning"
            case (.error, .chinese): "错误"
            case (.question, .chinese): "待答"
            case (.warning, .chinese): "注意"
            }
        return language == .chinese
            ? "\(place)：\(severity)：" : ""
    }
}
