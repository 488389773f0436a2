import EventLog
import Testing

@Suite struct LogErrorTests {
    @Test func namesTheOwnerOfALog() {
        let error = LogError.owned(path: "/var/lib/dutyclock/events.db", program: "dutyclockd", pid: 123)
        #expect(error.description.contains("is already being written by dutyclockd (pid 123)"))
    }
}
