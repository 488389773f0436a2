package import TextCodec

extension CardNumberError: CustomStringConvertible {
    package var description: String { sentence(in: .english) }

    /// What is wrong with which text, and what to do, in one sentence.
    package func sentence(in language: Language) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }

    private var english: String {
        switch self {
        case .characters(let text, let format):
            "card number \"\(text)\" is not \(format.rawValue): it has a character that this format never has; "
                + "check the format stated in cards.csv or dutyclock.json5"
        case .length(let text, let format, let expected):
            "card number \"\(text)\" is not \(format.rawValue): it has \(text.count) characters instead of "
                + "\(expected); check the format stated in cards.csv or dutyclock.json5"
        case .range(let text, let format, let largest):
            "card number \"\(text)\" is not \(format.rawValue): a part of it is larger than \(largest); "
                + "check the format stated in cards.csv or dutyclock.json5"
        case .parity(let bits):
            "Wiegand message \(bits) has a wrong parity bit: read the card again, and check the wiring of D0 and D1 "
                + "if it happens every time"
        }
    }

    private var chinese: String {
        switch self {
        case .characters(let text, let format):
            "卡号“\(text)”不是 \(format.rawValue) 格式：含有该格式没有的字符；请检查 cards.csv 或 dutyclock.json5 中写明的格式"
        case .length(let text, let format, let expected):
            "卡号“\(text)”不是 \(format.rawValue) 格式：有 \(text.count) 个字符，应为 \(expected)；"
                + "请检查 cards.csv 或 dutyclock.json5 中写明的格式"
        case .range(let text, let format, let largest):
            "卡号“\(text)”不是 \(format.rawValue) 格式：其中有一部分大于 \(largest)；请检查 cards.csv 或 dutyclock.json5 中写明的格式"
        case .parity(let bits):
            "韦根数据 \(bits) 奇偶校验错误：请重新刷卡；若每次都这样，请检查 D0 和 D1 的接线"
        }
    }
}
