import Foundation

/// The files of this repository.
enum SourceTree {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    struct File: Sendable, CustomStringConvertible {
        /// From the root of the repository, such as `Sources/WireFormats/ZKTime.swift`.
        let path: String
        let text: String
        /// The text without comments and strings.
        let code: String

        init(path: String, text: String) {
            self.path = path
            self.text = text
            self.code = SwiftCode.only(text)
        }

        var description: String { path }
        /// The folder within `Sources` or `Tests`: the target.
        var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
        var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 }
    }

    /// Every Swift file in `folder`, by path.
    static func swiftFiles(in folder: String) -> [File] {
        let start = root.appendingPathComponent(folder)
        guard let walk = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil) else { return [] }
        return walk.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
            .compactMap { url in
                guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
                return File(path: String(url.path.dropFirst(root.path.count + 1)), text: text)
            }
            .sorted { $0.path < $1.path }
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }
}
