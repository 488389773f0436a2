import AttendanceModel
import EventLog
import Reports
import Service
import TextCodec

/// `dutyclock status`: how the daemon, its devices and the log do.
enum StatusCommand: Command {
    static let name = "status"
    static let summary = Phrase("how the daemon and its readers do", "服务和读卡器的状态")
    static let usage = ""
    static let options: [Option] = []
    static let examples = [("dutyclock status", Phrase("device by device", "逐个设备"))]

    static func run(_ arguments: Arguments, in context: Context) throws(CommandError) {
        if let word = arguments.operands.first { throw .usage(.tooManyOperands(word)) }
        let school = try School(arguments, in: context)
        let owner = try current(context)
        let size: Int64
        do { size = try school.reader.size() } catch { throw CommandError(error) }
        guard let owner else {
            context.remark(
                Phrase(
                    "No dutyclockd runs here: readers are not being read. The log holds \(size) facts.",
                    "这里没有运行 dutyclockd：读卡器没有在读。日志有 \(size) 条记录。"))
            return
        }
        guard let status = try daemonStatus(context) else {
            context.remark(
                Phrase(
                    "\(owner.program) (pid \(owner.pid)) is writing the log; it has no readers.",
                    "\(owner.program)（pid \(owner.pid)）正在写日志；它没有读卡器。"))
            return
        }
        show(status, school, context)
    }

    private static func current(_ context: Context) throws(CommandError) -> LogOwner? {
        do { return try LogOwner.current(directory: context.dataDirectory) } catch { throw CommandError(error) }
    }

    private static func daemonStatus(_ context: Context) throws(CommandError) -> Status? {
        do {
            return try OwnerConnection(dataDirectory: context.dataDirectory, create: false).status()
        } catch {
            throw CommandError(error)
        }
    }

    private static func show(_ status: Status, _ school: School, _ context: Context) {
        func clock(_ instant: Instant) -> String { school.zone.local(at: instant).description }
        if context.format == .text {
            context.say(
                Phrase(
                    "dutyclockd \(status.version), since \(clock(status.started)); \(status.facts) facts in the log",
                    "dutyclockd \(status.version)，自 \(clock(status.started)) 运行；日志 \(status.facts) 条记录"))
            switch status.store {
            case .fine: break
            case .failing(let since, let reason):
                context.say(
                    Phrase(
                        "THE LOG CANNOT BE WRITTEN since \(clock(since)): \(reason) \(status.waiting) punches wait.",
                        "自 \(clock(since)) 起日志无法写入：\(reason) 有 \(status.waiting) 次打卡在等待。"))
            }
        }
        var table = Table(columns: [
            .init("device", Phrase("device", "设备")), .init("driver", Phrase("driver", "类型")),
            .init("port", Phrase("port", "端口")), .init("state", Phrase("state", "状态")),
            .init("since", Phrase("since", "自")), .init("last", Phrase("last byte", "最后数据")),
            .init("punches", Phrase("punches", "打卡"), .right), .init("frames", Phrase("frames", "帧"), .right),
            .init("discarded", Phrase("discarded", "丢弃")), .init("why", Phrase("why", "说明")),
        ])
        for device in status.devices {
            let discarded = device.discarded.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            table.add([
                .text(school.names.device(device.id)), .text(device.driver), .text(device.port),
                .phrase(device.state.phrase, key: device.state.rawValue), .text(clock(device.since)),
                .text(device.lastByte.map(clock) ?? ""), .number(device.punches), .number(device.frames),
                .text(discarded.joined(separator: ", ")), .text(device.reason ?? ""),
            ])
        }
        context.show(table)
    }
}

extension Status.Device.State {
    fileprivate var phrase: Phrase {
        switch self {
        case .up: Phrase("up", "正常")
        case .lost: Phrase("LOST", "断开")
        case .stopped: Phrase("stopped", "已停止")
        case .waiting: Phrase("waiting", "等待中")
        }
    }
}
