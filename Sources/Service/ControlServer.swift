import Runtime
import Synchronization
import TextCodec

/// Takes commands on the local socket; each caller has a task of its own and a share of the places.
struct ControlServer: Sendable {
    let loop: EventLoop
    let keeper: LogKeeper
    let intake: Intake
    let accounts: AccountDesk
    let journal: Journal

    /// Serves until the task is cancelled.
    func run(_ listener: Int32) async {
        let places = Places()
        await withDiscardingTaskGroup { group in
            while await loop.wait(for: listener) != .cancelled {
                do throws(Errno) {
                    while let socket = try LocalSocket.accept(on: listener) {
                        let peer = try LocalSocket.peer(of: socket.number)
                        guard places.take(for: peer.user) else {
                            Self.sendAway(socket)
                            continue
                        }
                        let number = socket.release()
                        group.addTask {
                            let socket = FileDescriptor(owning: number)
                            let connection = ControlConnection(socket: socket.number, peer: peer, server: self)
                            await connection.run()
                            places.giveBack(for: peer.user)
                        }
                    }
                } catch {
                    // Out of descriptors or memory: others give theirs back soon.
                    journal.log(.warning, "A caller on the control socket cannot be served: \(error).")
                    if await loop.sleep(for: .seconds(1)) == .cancelled { break }
                }
            }
            group.cancelAll()
        }
    }

    private static func sendAway(_ socket: borrowing FileDescriptor) {
        let reply = ControlReply.refused("Too many commands wait already; try again in a moment.", exitStatus: 75)
        let frame = Frame(kind: .json, payload: reply.json.utf8)
        _ = try? writeBytes(frame.bytes[...], to: socket.number)
    }
}

/// How many callers there are; one without a request gives its place back after `ControlConnection.patience`.
private final class Places: Sendable {
    private let taken = Mutex<[UInt32: Int]>([:])

    private static let all = 32
    /// So that no account can keep out the others.
    private static let ofOneAccount = 12

    func take(for user: UInt32) -> Bool {
        taken.withLock { taken in
            guard taken.values.reduce(0, +) < Self.all, taken[user, default: 0] < Self.ofOneAccount else {
                return false
            }
            taken[user, default: 0] += 1
            return true
        }
    }

    func giveBack(for user: UInt32) {
        taken.withLock { taken in
            let rest = taken[user, default: 1] - 1
            taken[user] = rest > 0 ? rest : nil
        }
    }
}

/// Looks up accounts on a thread that may block: a directory service may be slow.
actor AccountDesk {
    private let thread: EventLoop

    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe thread.asUnownedSerialExecutor() }

    init(thread: EventLoop) {
        self.thread = thread
    }

    func author(_ user: UInt32) -> String { Account.author(user) }
}
