import CLinux
import Glibc
import Synchronization
import Testing

@testable import Runtime

@Suite struct EventLoopTests {
    /// The two ends of a pipe; the reading end does not block.
    private static func pipe() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [0, 0]
        try #require(unsafe Glibc.pipe(&ends) == 0)
        return (ends[0], ends[1])
    }

    @Test func sleepsAtLeastAsLongAsAsked() throws {
        let loop = try EventLoop()
        let clock = ContinuousClock()
        let took = clock.measure {
            let wakeup = loop.runToCompletion { await loop.sleep(for: .milliseconds(20)) }
            #expect(wakeup == .timedOut)
        }
        #expect(took >= .milliseconds(20))
    }

    @Test func timersEndInOrderOfDeadline() throws {
        let loop = try EventLoop()
        let order = loop.runToCompletion {
            await withTaskGroup(of: Int.self) { group in
                for delay in [30, 5, 15] {
                    group.addTask {
                        _ = await loop.sleep(for: .milliseconds(delay))
                        return delay
                    }
                }
                return await group.reduce(into: [Int]()) { $0.append($1) }
            }
        }
        #expect(order == [5, 15, 30])
    }

    @Test func reportsDataTimeoutAndHangUp() throws {
        let ends = try Self.pipe()
        defer { close(ends.read) }
        let loop = try EventLoop()
        let seen = loop.runToCompletion {
            var seen: [EventLoop.Wakeup] = []
            seen.append(await loop.wait(for: ends.read, within: .milliseconds(5)))
            _ = try? writeBytes([1], to: ends.write)
            seen.append(await loop.wait(for: ends.read))
            _ = try? readBytes(from: ends.read, atMost: 8)
            close(ends.write)
            seen.append(await loop.wait(for: ends.read))
            return seen
        }
        #expect(seen == [.timedOut, .ready, .ready])
        #expect(try readBytes(from: ends.read, atMost: 8).isEmpty)
    }

    @Test func cancellationEndsAWaitBeforeAndAfterItBegins() throws {
        let loop = try EventLoop()
        let wakeups = loop.runToCompletion {
            await withTaskGroup(of: EventLoop.Wakeup.self) { group in
                group.addTask { await loop.sleep(for: .seconds(3600)) }
                group.addTask {
                    _ = await loop.sleep(for: .milliseconds(5))
                    return .ready
                }
                var seen = [await group.next()]
                group.cancelAll()
                group.addTask { await loop.sleep(for: .seconds(3600)) }
                seen.append(await group.next())
                seen.append(await group.next())
                return seen
            }
        }
        #expect(wakeups == [.ready, .cancelled, .cancelled])
    }

    private actor Pinned {
        let loop: EventLoop
        nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.asUnownedSerialExecutor() }

        init(loop: EventLoop) { self.loop = loop }

        func thread() -> Int32 { cl_thread_id() }

        func threadAfterSleep() async -> Int32 {
            _ = await loop.sleep(for: .milliseconds(1))
            return cl_thread_id()
        }
    }

    @Test func actorsStayOnTheThreadOfTheirLoop() throws {
        let main = try EventLoop()
        let other = try EventLoop.startThread(named: "other")
        defer { other.stopAndJoin() }
        let pinned = Pinned(loop: other)
        let (before, theirs, later, after) = main.runToCompletion {
            let before = cl_thread_id()
            let theirs = await pinned.thread()
            let later = await pinned.threadAfterSleep()
            return (before, theirs, later, cl_thread_id())
        }
        #expect(before == cl_thread_id())
        #expect(after == before)
        #expect(theirs == later)
        #expect(theirs != before)
    }

    @Test func manyTasksFromAnotherThreadAllArrive() throws {
        let main = try EventLoop()
        let other = try EventLoop.startThread(named: "other")
        defer { other.stopAndJoin() }
        let pinned = Pinned(loop: other)
        let sum = main.runToCompletion {
            await withTaskGroup(of: Int.self) { group in
                for index in 0..<500 {
                    group.addTask {
                        _ = await pinned.thread()
                        return index
                    }
                }
                return await group.reduce(0, +)
            }
        }
        #expect(sum == 500 * 499 / 2)
    }
}
