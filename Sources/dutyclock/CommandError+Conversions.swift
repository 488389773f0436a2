import EventLog
import Reports
import Runtime
import Service

extension CommandError {
    /// The log's own sentence, in both languages, with the exit status that the case asks for.
    init(_ error: LogError) {
        let english = error.description
        switch error {
        case .missing(let path):
            self = .failed(
                .noInput,
                Phrase(
                    "There is no log at \(path): publish a plan there, start dutyclockd, or name its folder with --data.",
                    "\(path) 没有日志：请先发布计划、启动 dutyclockd，或用 --data 指定目录。"))
        case .forbidden(let path):
            self = .failed(.permission, Phrase(english, "此账号无权打开日志 \(path)：请加入该目录所属的组；要写入，还须运行 dutyclockd。"))
        case .owned(let path, let program, let pid):
            self = .failed(
                .tryLater, Phrase(english, "日志 \(path) 正由 \(program)（pid \(pid)）写入：请把命令交给它，或先停止它。"))
        case .notALog(let path):
            self = .failed(.data, Phrase(english, "\(path) 不是 dutyclock 的日志：请移开它，或换一个目录。"))
        case .newer(let path, let version, let known):
            self = .failed(
                .data, Phrase(english, "日志 \(path) 的格式 \(version) 比本程序（\(known)）新：请安装新版 dutyclock。"))
        case .damaged(let path, let detail):
            self = .failed(.data, Phrase(english, "日志 \(path) 已损坏（\(detail)）：请保留文件，以便查明缺了什么。"))
        case .full(let path):
            self = .failed(.inputOutput, Phrase(english, "磁盘已满，日志 \(path) 无法写入：请腾出空间；没有写入一半的内容。"))
        case .failed(let path, let action, let reason):
            self = .failed(.inputOutput, Phrase(english, "日志 \(path) 操作失败（\(action)）：\(reason)。"))
        case .refused(let reason):
            self = .failed(.data, Phrase(english, "记录被拒绝：\(reason)。"))
        case .importLost:
            self = .failed(.tryLater, Phrase(english, "写入失败，尚未提交的导入行已丢弃：请重新导入。"))
        case .closed(let path):
            self = .failed(.inputOutput, Phrase(english, "日志 \(path) 已经关闭。"))
        }
    }

    init(_ error: ServiceError) {
        let status = ExitStatus(rawValue: error.exitStatus) ?? .unavailable
        let english = error.description
        switch error {
        case .file(let doing, let path, let cause):
            let reason = FileText.reason(cause.code).chinese
            let what = doing == "read" ? "\(path) 无法读取" : "无法处理 \(path)（\(doing)）"
            self = .failed(status, Phrase(english, "\(what)：\(reason)。"))
        case .findings: self = .failed(status, Phrase(verbatim: english))
        case .ownerSilent(let directory, let socket, let cause):
            self = .failed(
                status,
                Phrase(
                    english, "\(directory) 的日志正被使用，但 \(socket) 无人应答（\(cause)）：请稍候，或重启 dutyclockd。"))
        case .notUnderstood(let socket, let detail):
            self = .failed(
                status, Phrase(english, "读不懂 \(socket) 的应答（\(detail)）：dutyclock 与 dutyclockd 请用同一版本。"))
        case .refused(let sentence, let chinese, _):
            self = .failed(status, Phrase(english, chinese ?? "没有写入：\(sentence)"))
        case .store(let sentence, _): self = .failed(status, Phrase(english, "没有写入：\(sentence)"))
        }
    }
}
