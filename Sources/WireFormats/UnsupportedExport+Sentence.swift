package import TextCodec

extension UnsupportedExport: CustomStringConvertible {
    package var description: String { sentence(in: .english) }

    /// What the file is and what to do, in one sentence; the file's name goes in front.
    package func sentence(in language: Language) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }

    private var english: String {
        switch self {
        case .empty: "the file is empty: export again, and keep the stick in until the machine says done"
        case .utf16:
            "this is text in UTF-16, which no ZK machine writes: import the machine's own file, "
                + "not one saved by an editor"
        case .aglPunches:
            "this is a punch list of the AGL/GLG family (columns EnNo and DateTime), which this version does not read: "
                + "keep the file, nothing of it was taken"
        case .operationLog:
            "this is an operation log (who changed the machine's settings), not punches: export the attendance log"
        case .anvizBackup:
            "this is an Anviz BAK.KQ, which this version does not read: keep the file, nothing of it was taken"
        case .zkUsers: "this is a ZK user.dat, the machine's list of users, not punches: export the attendance log"
        case .zkTemplates:
            "this is a ZK file of fingerprint templates, not punches: it is not read, and does not belong on a stick"
        case .spreadsheet: "this is a spreadsheet or an archive: import the file as the machine wrote it"
        case .unknown:
            "this is no export that this program knows: import the attlog.dat that the machine writes"
        }
    }

    private var chinese: String {
        switch self {
        case .empty: "文件是空的：请重新导出，等考勤机提示完成后再拔 U 盘"
        case .utf16: "这是 UTF-16 文本，中控考勤机不会这样保存：请导入考勤机原来的文件，不要用编辑器另存"
        case .aglPunches: "这是 AGL/GLG 类考勤记录（有 EnNo 和 DateTime 列），本版本不能读取：请保留该文件，未导入任何内容"
        case .operationLog: "这是操作记录（谁改了考勤机设置），不是打卡记录：请导出考勤记录"
        case .anvizBackup: "这是安威士 BAK.KQ 文件，本版本不能读取：请保留该文件，未导入任何内容"
        case .zkUsers: "这是中控 user.dat，即考勤机的人员名单，不是打卡记录：请导出考勤记录"
        case .zkTemplates: "这是中控指纹模板文件，不是打卡记录：不会读取，也不宜留在 U 盘上"
        case .spreadsheet: "这是电子表格或压缩包：请导入考勤机导出的原文件"
        case .unknown: "不认识这种导出文件：请导入考勤机写出的 attlog.dat"
        }
    }
}
