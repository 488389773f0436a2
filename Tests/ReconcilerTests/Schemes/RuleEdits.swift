/// Rules that the examples state in places without a `cite`: an edit of the folder that takes the rule out.
struct RuleEdit: Sendable {
    let id: String
    let scheme: String
    let file: String
    let from: String
    let to: String

    init(_ id: String, _ scheme: String, _ from: String, _ to: String = "", in file: String = "plan.json5") {
        self.id = id
        self.scheme = scheme
        self.file = file
        self.from = from
        self.to = to
    }

    static let all: [RuleEdit] = [
        RuleEdit("R-113", "s1", "leave: { before: \"30m\"", "leave: { before: \"0m\""),
        RuleEdit("R-404", "s4", "overlap: \"refuse\",", "overlap: \"warn\","),
        RuleEdit("R-405", "s4", "show: [\"attendance\", \"marking\"],"),
        RuleEdit("R-406", "s4", "credits: 1", "credits: 0"),
        RuleEdit("R-607", "s6", "district: \"示例区\"", "district: \"另一区\""),
        RuleEdit("R-609", "s6", "from: \"2026-09-01\"", "from: \"2026-10-08\""),
        RuleEdit("R-1002", "s10", "足球,Wed,18,club,R-1002", in: "groups.csv"),
        RuleEdit("R-1004", "s10", "days: \"Mon-Fri\"", "days: \"Mon,Tue\""),
        RuleEdit("R-1102", "s11", "days: \"Mon-Thu\"", "days: \"Mon-Wed\""),
        RuleEdit("R-1103", "s11", "ratio: 25,"),
        RuleEdit("R-1104", "s11", "label: { Mon: \"阅读写字\", \"Tue-Thu\": \"7+1课程\" },"),
        RuleEdit("R-1107", "s11", "approval: \"教育局\","),
        RuleEdit("R-1401", "s14", "days: \"Mon-Fri\"", "days: \"Mon-Thu\""),
        RuleEdit(
            "R-1501", "s15", "{ from: \"05-01\" /* 示例 example */, to: \"09-30\" /* 示例 example */, bells: \"summer\" },"),
        RuleEdit("R-1506", "s15", "kinds: [\"teacher\", \"leader\", \"external\", \"parent\", \"volunteer\"],"),
        RuleEdit("R-1508", "s15", "from: \"2026-09-01\"", "from: \"2026-10-08\""),
        RuleEdit("R-1509", "s15", "approval: \"市教育局\" /* 示例 example */,"),
        RuleEdit("R-1703", "s17", "merge: { under: 30,", "merge: { under: 2,"),
        RuleEdit("R-2102", "s21", "city: \"示例市\"", "city: \"另一市\""),
    ]
}
