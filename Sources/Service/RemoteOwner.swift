import Glibc
import Runtime
import TextCodec

/// The daemon at the other end of its control socket, as a command sees it.
final class RemoteOwner {
    private let socket: FileDescriptor
    private let path: String
    private let dataDirectory: String
    private var buffer = FrameBuffer()

    /// Connects; a daemon that is just starting has its lock a moment before its socket, so `patience` is waited.
    init(_ path: String, dataDirectory: String, patience: Duration) throws(ServiceError) {
        Signals.ignoreBrokenPipes()
        self.path = path
        self.dataDirectory = dataDirectory
        let start = ContinuousClock.now
        while true {
            do throws(Errno) {
                socket = try LocalSocket.connect(to: path)
                return
            } catch {
                let isStarting = error == .notFound || error.code == ECONNREFUSED
                guard isStarting, start.duration(to: .now) < patience else {
                    throw .ownerSilent(dataDirectory: dataDirectory, socket: path, error)
                }
                usleep(20_000)
            }
        }
    }

    func contribute(_ contributions: [Contribution]) throws(ServiceError) -> [Receipt] {
        guard case .receipts(let receipts) = try ask(.contribute(contributions)),
            receipts.count == contributions.count
        else { throw unexpected }
        return receipts
    }

    func beginImport(_ request: ImportRequest) throws(ServiceError) {
        guard case .goOn = try ask(.importFile(request)) else { throw unexpected }
    }

    func importChunk(_ bytes: [UInt8]) throws(ServiceError) {
        guard case .goOn = try exchange(Frame(kind: .data, payload: bytes)) else { throw unexpected }
    }

    func finishImport() throws(ServiceError) -> ImportOutcome {
        guard case .imported(let outcome) = try ask(.finishImport) else { throw unexpected }
        return outcome
    }

    func status() throws(ServiceError) -> Status {
        guard case .status(let status) = try ask(.status) else { throw unexpected }
        return status
    }

    private var unexpected: ServiceError { .notUnderstood(socket: path, detail: "another answer was expected") }

    private func ask(_ request: ControlRequest) throws(ServiceError) -> ControlReply {
        try exchange(Frame(kind: .json, payload: request.json.utf8))
    }

    /// Sends a frame and waits for its answer; a refusal is thrown.
    private func exchange(_ frame: Frame) throws(ServiceError) -> ControlReply {
        guard frame.payload.count <= Frame.longestPayload(frame.kind) else {
            throw .refused(
                "This is more than the daemon takes at once (\(Frame.longestPayload(frame.kind)) bytes); hand it over in parts.",
                exitStatus: 65)
        }
        do throws(Errno) {
            try socket.write(frame.bytes)
        } catch {
            // The daemon may have said why before it hung up.
            if let reason = try? receive(), case .refused(let sentence, let chinese, let status) = reason {
                throw .refused(sentence, chinese: chinese, exitStatus: status)
            }
            throw .ownerSilent(dataDirectory: dataDirectory, socket: path, error)
        }
        let reply = try receive()
        if case .refused(let sentence, let chinese, let status) = reply {
            throw .refused(sentence, chinese: chinese, exitStatus: status)
        }
        return reply
    }

    private func receive() throws(ServiceError) -> ControlReply {
        while true {
            let frame: Frame?
            do throws(FrameError) {
                frame = try buffer.next()
            } catch {
                throw .notUnderstood(socket: path, detail: error.description)
            }
            if let frame {
                guard frame.kind == .json, let json = try? JSONValue.parse(utf8: frame.payload),
                    let reply = ControlReply(json: json)
                else { throw .notUnderstood(socket: path, detail: "no answer of this protocol") }
                return reply
            }
            do throws(Errno) {
                let bytes = try socket.read(atMost: 64 * 1024)
                if bytes.isEmpty { throw Errno(ECONNRESET) }
                buffer.append(bytes)
            } catch {
                throw .ownerSilent(dataDirectory: dataDirectory, socket: path, error)
            }
        }
    }
}
