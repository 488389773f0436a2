import TextCodec
import WireFormats

extension ServiceError {
    /// A file of which nothing is taken, and why; its name goes in front.
    static func notTaken(_ name: String, _ what: UnsupportedExport) -> ServiceError {
        .refused("\(name): \(what).", chinese: "\(name)：\(what.sentence(in: .chinese))。", exitStatus: 65)
    }

    /// A machine's list of users holds no punches.
    static func userList(_ name: String) -> ServiceError {
        .refused(
            "\(name): this is the machine's list of users (user.dat), not punches: "
                + "take its names with dutyclock enrol --names.",
            chinese: "\(name)：这是考勤机的人员名单（user.dat），不是打卡记录：请用 dutyclock enrol --names 读取姓名。",
            exitStatus: 65)
    }

    /// A file that is not what it was when its reading began.
    static func changed(_ name: String) -> ServiceError {
        .refused(
            "\(name) changed while it was read; import it again once nobody writes it.",
            chinese: "\(name) 在读取时被改动：请等无人写入后再导入。", exitStatus: 75)
    }
}
