package import TextCodec

extension EnrolmentRefusal: CustomStringConvertible {
    package var description: String { sentence(in: .english) }

    /// Why not, and what to do instead, in one sentence.
    package func sentence(in language: Language) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }

    private var english: String {
        switch self {
        case .checkByteAppended(let uid):
            "the reader appends a check byte to the card's UID, which is \(uid): set the reader to send the UID alone"
        case .cascadeTag:
            "the reader read only the first part of a longer UID (it begins with 88), so two cards can look alike: "
                + "set the reader to full UIDs, or enrol the card on another reader"
        case .randomUID:
            "the UID begins with 08, which phones and passports draw anew every time: use a card instead"
        case .blank:
            "the number is all zeros or all ones, which an empty or faulty card sends: use another card"
        }
    }

    private var chinese: String {
        switch self {
        case .checkByteAppended(let uid):
            "读卡器在卡的 UID（\(uid)）后面多加了一个校验字节：请将读卡器设置为只输出 UID"
        case .cascadeTag:
            "读卡器只读到较长 UID 的前一部分（以 88 开头），两张卡可能看起来相同：请设置为输出完整 UID，或换一台读卡器登记"
        case .randomUID: "UID 以 08 开头，手机和护照每次都会换一个：请改用卡片"
        case .blank: "卡号全为 0 或全为 1，是空卡或坏卡：请换一张卡"
        }
    }
}
