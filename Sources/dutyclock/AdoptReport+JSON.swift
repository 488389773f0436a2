import Adoption
import AttendanceModel
import Reports
import TextCodec

extension AdoptReport {
    /// One object with everything that was understood, for programs.
    var json: JSONValue {
        .object([
            JSONMember("schema", .integer(1)),
            JSONMember("files", .array(understanding.machines.flatMap(files))),
            JSONMember("machines", .array(understanding.machines.map(machine))),
            JSONMember(
                "notTaken",
                .array(
                    others.map { other in
                        .object([
                            JSONMember("file", .string(other.path)),
                            JSONMember("reason", .string(other.reason.english)),
                        ])
                    })),
            JSONMember("findings", .array(findings.map(finding))),
            JSONMember("ready", .bool(plan != nil)),
            JSONMember("done", done.map(result) ?? .null),
        ])
    }

    private func files(_ machine: FoundMachine) -> [JSONValue] {
        zip(machine.files, machine.newRows).map { index, new in
            let file = understanding.files[index]
            return .object([
                JSONMember("file", .string(file.path)), JSONMember("found", .string(machine.label)),
                JSONMember("format", .string(file.family)), JSONMember("digest", .string(file.digest)),
                JSONMember("rows", count(file.rows)), JSONMember("new", count(new)),
                JSONMember("refused", count(file.refused)), JSONMember("first", time(file.first)),
                JSONMember("last", time(file.last)),
            ])
        }
    }

    private func machine(_ machine: FoundMachine) -> JSONValue {
        .object([
            JSONMember("found", .string(machine.label)),
            JSONMember("serials", .array(machine.serials.map { .string($0) })),
            JSONMember("numbers", .array(machine.numbers.map { .string($0) })),
            JSONMember("rows", count(machine.rows)), JSONMember("impossible", count(machine.impossible)),
            JSONMember("first", time(machine.first)), JSONMember("last", time(machine.last)),
            JSONMember(
                "ids",
                .array(
                    machine.ids.map { id in
                        .object([
                            JSONMember("id", .string(id.id)), JSONMember("rows", count(id.rows)),
                            JSONMember("days", count(id.days)), JSONMember("first", time(id.first)),
                            JSONMember("last", time(id.last)),
                            JSONMember("names", .array(id.names.map { .string($0.text) })),
                            JSONMember("reusedFrom", id.change.map { .string($0.first.description) } ?? .null),
                        ])
                    })),
            JSONMember(
                "shifts",
                .array(
                    machine.shifts.map { shift in
                        .object([
                            JSONMember("from", .string(shift.days.lowerBound.description)),
                            JSONMember("to", .string(shift.days.upperBound.description)),
                            JSONMember("minutes", count(shift.minutes)),
                        ])
                    })),
            JSONMember(
                "clockRuns",
                .array(
                    machine.runs.map { run in
                        .object([
                            JSONMember("kind", .string("\(run.kind)")), JSONMember("rows", count(run.rows)),
                            JSONMember("first", time(run.first)), JSONMember("last", time(run.last)),
                            JSONMember("before", time(run.before)), JSONMember("after", time(run.after)),
                        ])
                    })),
            JSONMember(
                "gaps",
                .array(
                    machine.gaps.map { gap in
                        .object([
                            JSONMember("from", .string(gap.days.lowerBound.description)),
                            JSONMember("to", .string(gap.days.upperBound.description)),
                            JSONMember("othersWentOn", .bool(gap.isAlone)),
                            JSONMember("schoolDays", gap.schoolDays.map(count) ?? .null),
                        ])
                    })),
        ])
    }

    private func finding(_ finding: AnswerFinding) -> JSONValue {
        .object([
            JSONMember("severity", .string(finding.severityWord(.english))),
            JSONMember("place", .string("\(folder.path)/\(finding.place)")),
            JSONMember("finding", .string(finding.kind.saying.english)),
        ])
    }

    private func result(_ done: AdoptWork.Result) -> JSONValue {
        .object([
            JSONMember("added", .integer(done.added)), JSONMember("known", .integer(done.known)),
            JSONMember("refused", .integer(done.refused)), JSONMember("impossible", .integer(done.impossible)),
            JSONMember("clockFacts", count(done.clocks)), JSONMember("cardFacts", count(done.cards)),
            JSONMember("extended", .array(done.extended.map { .string($0) })),
        ])
    }

    private func count(_ number: Int) -> JSONValue { .integer(Int64(number)) }

    private func time(_ time: LocalDateTime?) -> JSONValue { time.map { .string($0.description) } ?? .null }
}
