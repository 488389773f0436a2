package import TextCodec

extension ExportRefusal: CustomStringConvertible {
    package var description: String { sentence(in: .english) }

    /// Why the line is not taken, and what to do, in one sentence; file and line go in front.
    package func sentence(in language: Language) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }

    private var english: String {
        switch reason {
        case .cut:
            "the file ends within this row, so it is not taken: export again and keep the stick in until the machine says done"
        case .notARow: "this line is not a row with tabs, so it is not a punch of this format"
        case .zeroBytes: "this line holds zero bytes, as a damaged stick leaves them: export again, with another stick"
        case .tooLong: "this line is longer than any row, so it is not a punch of this format"
        case .userID: "the user id must be 1 to 64 printable characters"
        case .dateTime: "no column, or more than one, is a date and time, so it is not known when this was"
        case .time: "the second column must be a time as YYYY-MM-DD HH:MM:SS"
        case .column(let number): "column \(number) must be a number of its range, or empty"
        case .utf16:
            "the file is UTF-16, which no machine writes: import the machine's own file, not one saved by an editor"
        }
    }

    private var chinese: String {
        switch reason {
        case .cut: "文件在这一行中间中断，未导入此行：请重新导出，等考勤机提示完成后再拔 U 盘"
        case .notARow: "这一行不是用制表符分列的记录，不是本格式的打卡记录"
        case .zeroBytes: "这一行含有零字节，可能是 U 盘损坏：请换一个 U 盘重新导出"
        case .tooLong: "这一行比任何记录都长，不是本格式的打卡记录"
        case .userID: "工号须为 1 至 64 个可打印字符"
        case .dateTime: "没有一列、或不止一列是日期时间，无法知道打卡时间"
        case .time: "第二列须为 YYYY-MM-DD HH:MM:SS 格式的时间"
        case .column(let number): "第 \(number) 列须为范围内的数字，或留空"
        case .utf16: "文件是 UTF-16，考勤机不会这样保存：请导入考勤机原来的文件，不要用编辑器另存"
        }
    }
}
