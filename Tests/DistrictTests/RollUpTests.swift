import AttendanceModel
import District
import Evidence
import Testing

/// School, district, city: what came, what is missing, and what it adds up to.
@Suite struct RollUpTests {
    private let month = Month("2026-09") ?? Month(of: .first)

    private func school(_ id: String, _ district: String = "东区", exempt: Bool = false) -> SchoolList.School {
        SchoolList.School(id: id, name: "学校\(id)", district: district, isExempt: exempt, sharesPersonIDs: true)
    }

    private func fixture(_ school: String, person: String = "T1", window: String = "07:00-08:10") -> Fixture {
        var fixture = Fixture()
        fixture.school = school
        fixture.log = String(repeating: school.last.map(String.init) ?? "0", count: 32)
        fixture.duties[0].person = person
        fixture.duties[0].window = window
        return fixture
    }

    @Test func addsUpSchoolsToDistrictsToTheCity() {
        let list = SchoolList(schools: [
            school("S1"), school("S2"), school("S3", "西区"), school("S4", "西区", exempt: true),
        ])
        let rollUp = RollUp(
            month, list,
            [fixture("S1"), fixture("S2", person: "T2"), fixture("S3", person: "T3")].map {
                $0.received($0.school ?? "")
            })
        #expect(rollUp.schools.map(\.state) == [.received, .received, .received, .exempt])
        #expect(rollUp.districts.map(\.sums.net) == [4, 2])
        #expect(rollUp.city.staffFen == 6 * 5050)
        #expect(rollUp.city.persons == 3)
        #expect(rollUp.isComplete, "an exempt zone is missed by nobody")
    }

    /// eleven districts report, three zones whose buses take every pupil home need not.
    @Test func aDistrictOf183SchoolsIsRolledUp() {
        let due = (1...183).map { school("S\($0)", "第\($0 % 11)区") }
        let exempt = (1...3).map { school("B\($0)", "先导区\($0)", exempt: true) }
        let received = due.map { school in
            var fixture = fixture(school.id, person: "P\(school.id)")
            fixture.log = String(repeating: "a", count: 32)
            return fixture.received(school.id)
        }
        let rollUp = RollUp(month, SchoolList(schools: due + exempt), received)
        #expect(rollUp.districts.count == 14)
        #expect(rollUp.districts.reduce(0) { $0 + $1.received } == 183)
        #expect(rollUp.city.persons == 183)
        #expect(rollUp.city.staffFen == 183 * 2 * 5050)
        #expect(rollUp.isComplete)
        #expect(!RollUp(month, SchoolList(schools: due + exempt), Array(received.dropLast())).isComplete)
    }

    @Test func isIncompleteWhileASchoolIsMissing() {
        let list = SchoolList(schools: [school("S1"), school("S2"), school("S3", "西区")])
        let rollUp = RollUp(month, list, [fixture("S1").received("a"), fixture("S3").received("c")])
        #expect(rollUp.schools.map(\.state) == [.received, .missing, .received])
        #expect(rollUp.districts.map(\.isComplete) == [false, true])
        #expect(!rollUp.isComplete)
        #expect(rollUp.city.net == 4)
    }

    @Test func countsAPreliminaryMonthButStaysIncomplete() {
        var open = fixture("S1")
        open.isClosed = false
        let rollUp = RollUp(month, SchoolList(schools: [school("S1")]), [open.received("a")])
        #expect(rollUp.schools.map(\.state) == [.preliminary])
        #expect(rollUp.city.net == 2)
        #expect(!rollUp.isComplete)
    }

    @Test func namesWhatItDoesNotTake() {
        let list = SchoolList(schools: [school("S1"), school("S2"), school("S4", exempt: true)])
        var august = fixture("S1")
        august.month = "2026-06"
        var stranger = fixture("S9")
        stranger.school = "S9"
        var nameless = fixture("S8")
        nameless.school = nil
        let broken = RollUp.Received(name: "broken", submission: .failure(.changed))
        let rollUp = RollUp(
            month, list,
            [
                august.received("june"), stranger.received("stranger"), nameless.received("nameless"), broken,
                fixture("S4").received("exempt"),
            ])
        #expect(rollUp.schools.map(\.state) == [.bad, .missing, .exempt])
        #expect(rollUp.schools[0].refusals.map(\.problem) == [.otherMonth(Month("2026-06") ?? month)])
        #expect(rollUp.schools[2].refusals.map(\.problem) == [.exempt])
        #expect(rollUp.strangers.map(\.problem) == [.changed, .unknownSchool(nil), .unknownSchool("S9")])
        #expect(rollUp.city.duties == 0, "nothing is half-taken")
    }

    @Test func takesOnlyTheLogThatTheListNames() {
        var one = school("S1")
        one.log = "bbbbbbbb"
        let rollUp = RollUp(month, SchoolList(schools: [one]), [fixture("S1").received("a")])
        #expect(rollUp.schools.map(\.state) == [.bad])
        #expect(rollUp.schools[0].refusals.map(\.problem) == [.otherLog(String(repeating: "1", count: 32))])
    }

    @Test func takesACloseBeforeAPreliminaryMonth() {
        var open = fixture("S1")
        open.isClosed = false
        let list = SchoolList(schools: [school("S1")])
        for names in [["a", "b"], ["b", "a"]] {
            let rollUp = RollUp(month, list, [open.received(names[0]), fixture("S1").received(names[1])])
            #expect(rollUp.schools.map(\.state) == [.received])
            #expect(rollUp.schools[0].refusals.map(\.name) == [names[0]])
        }
    }

    @Test func countsTheSameFileOnceAndTwoClosesNotAtAll() {
        let list = SchoolList(schools: [school("S1")])
        let twice = RollUp(month, list, [fixture("S1").received("a"), fixture("S1").received("b")])
        #expect(twice.city.duties == 1)
        #expect(twice.isComplete)
        var other = fixture("S1")
        other.duties[0].credits = 3
        let both = RollUp(
            month, list, [fixture("S1").received("a"), other.received("b"), fixture("S1").received("c")])
        #expect(both.schools.map(\.state) == [.bad])
        #expect(both.schools[0].refusals.count == 3)
        #expect(both.city.duties == 0)
    }

    /// C-128: two ledgers, one key; the sheet adds, and minutes in two places at once are shown.
    @Test func aPersonOfTwoSchoolsIsOneInTheDistrict() throws {
        let list = SchoolList(schools: [school("S1"), school("S2")])
        let rollUp = RollUp(
            month, list,
            [fixture("S1").received("a"), fixture("S2", window: "08:00-09:00").received("b")])
        #expect(rollUp.city.persons == 1)
        let person = try #require(rollUp.persons.first)
        #expect(person.schools == ["S1", "S2"])
        #expect(person.net == 4)
        #expect(person.fen == 4 * 5050)
        #expect(rollUp.doubleBooked.map(\.minutes) == [10])
        #expect(rollUp.doubleBooked.first?.first.school == "S1")
    }

    @Test func keepsApartPersonsWhoseIDsAreTheSchoolsOwn() {
        var list = SchoolList(schools: [school("S1"), school("S2")])
        list.schools[1].sharesPersonIDs = false
        let received = [fixture("S1").received("a"), fixture("S2").received("b")]
        #expect(RollUp(month, list, received).persons.map(\.key) == ["S2/T1", "T1"])
        list.keys[SchoolList.LocalPerson(school: "S2", person: "T1")] = "T1"
        #expect(RollUp(month, list, received).persons.map(\.key) == ["T1"])
    }

    @Test func drawsTheSameSampleAgainAndAnotherForOtherLedgers() {
        let list = SchoolList(schools: [school("S1"), school("S2")])
        func rollUp(credits: Int) -> RollUp {
            var one = fixture("S1")
            one.handMade = (0..<200).map { number in
                HandMade(kind: .attest, fact: Int64(number), date: month.first, person: "T1", author: "chen(1000)")
            }
            var two = fixture("S2")
            two.duties[0].credits = credits
            return RollUp(month, list, [one.received("a"), two.received("b")])
        }
        let first = rollUp(credits: 2).sample(10, Fixture.hasher)
        #expect(first.count == 10)
        #expect(first == rollUp(credits: 2).sample(10, Fixture.hasher))
        #expect(Set(first) != Set(rollUp(credits: 3).sample(10, Fixture.hasher)), "no school alone can choose it")
        #expect(first == Array(rollUp(credits: 2).sample(50, Fixture.hasher).prefix(10)))
    }

    @Test func countsHandMadeEvidenceByPersonAndByAccount() {
        var one = fixture("S1")
        one.handMade = [("T1", "chen(1000)"), ("T2", "chen(1000)"), ("T1", "li(1001)")].enumerated().map {
            number, who in
            HandMade(kind: .attest, fact: Int64(number), date: month.first, person: who.0, author: who.1)
        }
        let rollUp = RollUp(month, SchoolList(schools: [school("S1")]), [one.received("a")])
        #expect(rollUp.handMade(by: \.author).map(\.count) == [2, 1])
        #expect(rollUp.handMade(by: \.person).map(\.who) == ["T1", "T2"])
    }
}
