import AttendanceModel
import Reports
import TextCodec

/// One school day of the sample school, from the first punch to the office's typing on the day after.
///
/// It holds an example of every outcome; the people and cards are those of `S2Sample`.
struct DemoDay {
    static let date = LocalDate(iso: "2026-09-16") ?? .first

    /// Something that happens at a time of the school's clock.
    enum Event {
        /// A card at a simulated RDM6300: the 40 bits it sends, on which reader.
        case tap(reader: String, card: UInt64)
        /// The office writes into the log, as `dutyclock record` would.
        case record(String, meaning: Phrase)
    }

    struct Moment {
        let time: LocalDateTime
        let event: Event
    }

    private static let wang: UInt64 = 0x62_E308_6CED
    private static let zhao: UInt64 = 0x00_004A_8E1C
    private static let sun: UInt64 = 0x00_004A_8E1D
    private static let zhou: UInt64 = 0x00_004A_8E1E
    private static let wu: UInt64 = 0x00_004A_8E1F
    private static let zheng: UInt64 = 0x00_004A_8E20

    /// The morning as it comes in live.
    static let live: [Moment] = [
        at("06:58:02", .tap(reader: "bus", card: wang)),
        at("07:02:40", .tap(reader: "hall", card: zhao)),
        at("07:12:31", .tap(reader: "hall", card: wang)),
        at("07:31:05", .tap(reader: "hall", card: zhou)),
        at(
            "09:20:00",
            .record(
                "leave,2026-09-16,,,14:00,18:00,T062,,L001,家中有事",
                meaning: Phrase("leave for 冯涛, from 14:00", "冯涛 14:00 起请假"))),
        at(
            "09:42:00",
            .record(
                "seen,2026-09-16,stairs,东楼1-2层,09:42,,,absent,leader,大课间",
                meaning: Phrase("the leader finds nobody on the stairs", "带班领导大课间检查：楼梯缺岗"))),
        at(
            "15:10:00",
            .record(
                "cover,2026-09-16,yard,操场,,,T063,T060,L001,代班", meaning: Phrase("吴刚 takes the yard for 何静", "吴刚代何静操场"))),
        at("16:20:30", .tap(reader: "hall", card: sun)),
        at(
            "16:55:00",
            .record(
                "seen,2026-09-16,study,3-1班,16:55,,,absent,leader,教室无人",
                meaning: Phrase("the leader finds class 3-1 alone", "带班领导检查：3-1班无老师"))),
        at("16:58:11", .tap(reader: "hall", card: wu)),
        at("17:32:15", .tap(reader: "bus", card: zheng)),
    ]

    /// What the machine at the gate wrote to its stick: user id, time.
    static let stick: [(user: Int, time: String)] = [
        (33, "11:31:05"), (12, "11:32:40"), (12, "12:45:10"), (33, "16:46:02"), (33, "17:31:20"), (12, "17:33:48"),
        (52, "17:05:00"), (61, "17:20:00"), (62, "13:58:00"), (63, "16:48:30"), (64, "17:31:02"),
    ]

    /// What the office types on the next day, as a table from Excel.
    static let sheet = """
        日期,岗位,班级,姓名,签到时间,登记人
        2026-09-16,早读,3-1班,赵敏,07:03,L001
        2026-09-16,早读,3-2班,王芳,07:05,L001

        """

    static let evening = at("18:05:00")
    static let stickArrives = nextDay("07:40:00")
    static let sheetTyped = nextDay("10:15:00")
    static let formFiled = nextDay("10:20:00")
    static let asked = nextDay("13:00:00")

    /// The stick's file, byte for byte as a ZK machine writes it (attendance-machines.md 2.7).
    static var stickFile: [UInt8] {
        let rows = stick.map { row in
            let user = String(row.user)
            let padding = String(repeating: " ", count: max(0, 9 - user.count))
            return "\(padding)\(user)\t\(date) \(row.time)\t1\t255\t1\t0\r\n"
        }
        return Array(rows.joined().utf8)
    }

    private static func at(_ time: String) -> LocalDateTime {
        LocalDateTime(date, LocalTime(time) ?? .midnight)
    }

    private static func nextDay(_ time: String) -> LocalDateTime {
        LocalDateTime(date.advanced(byDays: 1), LocalTime(time) ?? .midnight)
    }

    private static func at(_ time: String, _ event: Event) -> Moment {
        Moment(time: at(time), event: event)
    }
}
