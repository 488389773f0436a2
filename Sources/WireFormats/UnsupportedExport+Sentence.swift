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
        case .operationLog:
            "this is an operation log (who changed the machine's settings), not punches: export the attendance log"
        case .templates:
            "this is a file of fingerprint or face templates, not punches: it is not read, and does not belong on a stick"
        case .binaryList:
            "this is the machine's binary copy of its list, without states and names: import the text beside it, "
                + "such as AGL_001.TXT"
        case .headerless:
            "its first line does not name the columns, so what they are is not known: import the machine's own file, "
                + "not a part of it"
        case .spacedColumns:
            "its columns have blanks between them in place of tabs: import the machine's own file, not one saved by an "
                + "editor"
        case .spreadsheet: "this is a spreadsheet or an archive: import the file as the machine wrote it"
        case .picture: "this is a picture, not punches: it is not read"
        case .endlessLine:
            "a line goes on for megabytes, as a damaged stick shows it: export again, with another stick"
        case .ambiguousDates:
            "no date in it has a number above 12, so day and month could be either way round: look at the machine, "
                + "and say --date-order dmy or mdy"
        case .mixedDates:
            "day and month are one way round in some rows and the other way in others: import the machine's own file, "
                + "not one put together"
        case .otherDates: "its dates cannot be in the order that --date-order says: leave the option out"
        case .unknown:
            "this is no export that this program knows: import what the machine wrote, such as attlog.dat, "
                + "AGL_001.TXT or BAK.KQ"
        }
    }

    private var chinese: String {
        switch self {
        case .empty: "文件是空的：请重新导出，等考勤机提示完成后再拔 U 盘"
        case .utf16: "这是 UTF-16 文本，中控考勤机不会这样保存：请导入考勤机原来的文件，不要用编辑器另存"
        case .operationLog: "这是操作记录（谁改了考勤机设置），不是打卡记录：请导出考勤记录"
        case .templates: "这是指纹或人脸模板文件，不是打卡记录：不会读取，也不宜留在 U 盘上"
        case .binaryList: "这是考勤记录的二进制副本，没有状态和姓名：请导入同一 U 盘上的文本文件，如 AGL_001.TXT"
        case .headerless: "第一行没有列名，无法知道各列是什么：请导入考勤机导出的原文件，不要截取"
        case .spacedColumns: "各列之间是空格而不是制表符：请导入考勤机导出的原文件，不要用编辑器另存"
        case .spreadsheet: "这是电子表格或压缩包：请导入考勤机导出的原文件"
        case .picture: "这是图片，不是打卡记录：不会读取"
        case .endlessLine: "有一行长达数兆字节，可能是 U 盘损坏：请换一个 U 盘重新导出"
        case .ambiguousDates:
            "日期里没有大于 12 的数，分不清日和月哪个在前：请看一下考勤机，再加 --date-order dmy（日在前）或 mdy（月在前）"
        case .mixedDates: "有的行日在前，有的行月在前：请导入考勤机导出的原文件，不要拼接"
        case .otherDates: "文件里的日期不可能是 --date-order 所说的顺序：请去掉这个选项"
        case .unknown: "不认识这种导出文件：请导入考勤机写出的文件，如 attlog.dat、AGL_001.TXT 或 BAK.KQ"
        }
    }
}
