import Foundation
import Glibc
import Testing

@testable import Runtime

@Suite struct MailboxTests {
    @Test func deliversInOrderAndDropsNothingWhenFull() throws {
        let loop = try EventLoop()
        let received = loop.runToCompletion {
            let mailbox = Mailbox<Int>(capacity: 3)
            return await withTaskGroup(of: [Int].self) { group in
                group.addTask {
                    for number in 0..<100 { await mailbox.send(number) }
                    mailbox.close()
                    return []
                }
                group.addTask {
                    var all: [Int] = []
                    while true {
                        let some = await mailbox.next()
                        if some.isEmpty { return all }
                        // A sender is held back once it has filled the mailbox.
                        #expect(some.count <= 3)
                        all += some
                    }
                }
                return await group.reduce([], +)
            }
        }
        #expect(received == Array(0..<100))
    }

    @Test func cancellationLetsASenderGoAndKeepsItsElement() throws {
        let loop = try EventLoop()
        let left = loop.runToCompletion {
            let mailbox = Mailbox<Int>(capacity: 1)
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await mailbox.send(1) }
                group.addTask { await mailbox.send(2) }
                _ = await loop.sleep(for: .milliseconds(5))
                group.cancelAll()
            }
            return mailbox.takeAll()
        }
        #expect(left == [1, 2])
    }

    @Test func aLatchLetsThroughBeforeAndAfterItOpens() throws {
        let loop = try EventLoop()
        loop.runToCompletion {
            let latch = Latch()
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await latch.wait() }
                _ = await loop.sleep(for: .milliseconds(1))
                latch.open()
            }
            await latch.wait()
        }
    }

    @Test func aFolderWatchSeesWhatAppearsEvenInAFolderThatIsNotThereYet() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/watch-" + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let loop = try EventLoop()
        let wakeups = loop.runToCompletion {
            var wakeups: [EventLoop.Wakeup] = []
            for (path, made) in [(folder + "/port", folder + "/port"), (folder + "/a/port", folder + "/a")] {
                guard let watch = try? FolderWatch(around: path) else { return wakeups }
                wakeups.append(await watch.change(on: loop, within: .milliseconds(5)))
                _ = unsafe mkdir(made, 0o700)
                wakeups.append(await watch.change(on: loop, within: .seconds(5)))
            }
            return wakeups
        }
        #expect(wakeups == [.timedOut, .ready, .timedOut, .ready])
    }

    @Test func signalsComeAsValues() throws {
        let loop = try EventLoop()
        let signals = try Signals([SIGUSR2])
        let number = loop.runToCompletion {
            _ = pthread_kill(pthread_self(), SIGUSR2)
            return await signals.next(on: loop)
        }
        #expect(number == SIGUSR2)
    }
}
