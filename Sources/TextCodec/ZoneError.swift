/// Why the rules of a time zone could not be had.
package enum ZoneError: Error, Hashable, Sendable {
    /// Not an IANA name: empty, absolute, with `..` or with signs that no zone has.
    case invalidName(String)
    case notFound(String)
    case unreadable(String, errno: Int32)
    /// The file is not TZif (RFC 8536), or is damaged.
    case malformed(String)
}

extension ZoneError: CustomStringConvertible {
    package var description: String { sentence(in: .english) }

    /// What is wrong and what to do, in one sentence.
    package func sentence(in language: Language) -> String {
        switch (self, language) {
        case (.invalidName(let name), .english):
            "“\(name)” is not the name of a time zone; write one such as Asia/Shanghai"
        case (.invalidName(let name), .chinese): "“\(name)”不是时区名；请写成 Asia/Shanghai 这样的名称"
        case (.notFound(let name), .english):
            "this computer knows no time zone “\(name)”; check the spelling, or install the package tzdata"
        case (.notFound(let name), .chinese): "本机没有时区“\(name)”；请检查拼写，或安装软件包 tzdata"
        case (.unreadable(let name, let errno), .english):
            "the rules of the time zone “\(name)” cannot be read (error \(errno)); check the files of the package tzdata"
        case (.unreadable(let name, let errno), .chinese):
            "时区“\(name)”的规则无法读取（错误 \(errno)）；请检查软件包 tzdata 的文件"
        case (.malformed(let name), .english):
            "the rules of the time zone “\(name)” are damaged; install the package tzdata again"
        case (.malformed(let name), .chinese): "时区“\(name)”的规则文件已损坏；请重新安装软件包 tzdata"
        }
    }
}
