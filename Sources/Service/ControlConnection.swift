import EventLog
import Runtime
import TextCodec

/// One caller on the control socket, from its first byte to its last.
///
/// Whatever it sends, it costs at most one frame of memory and a few seconds of waiting, and nobody else anything.
struct ControlConnection: Sendable {
    let socket: Int32
    let peer: Peer
    let server: ControlServer

    /// How long a caller may keep us waiting for the rest of a frame, for a request, or for room to answer.
    static let patience = Duration.seconds(10)
    private static let chunk = 64 * 1024

    private enum End: Error {
        /// The caller hung up, was silent, or broke the rules; there is nobody to tell, or nothing to say.
        case done
    }

    func run() async {
        var buffer = FrameBuffer()
        do throws(End) {
            while true { try await answer(try await receive(&buffer), &buffer) }
        } catch {
            // The descriptor closes with the task.
        }
    }

    // MARK: Requests

    private func answer(_ frame: Frame, _ buffer: inout FrameBuffer) async throws(End) {
        guard frame.kind == .json, let json = try? JSONValue.parse(utf8: frame.payload) else {
            try await send(.refused("The request is not JSON.", exitStatus: 76))
            throw .done
        }
        guard json["version"]?.integer == ControlRequest.version, let request = ControlRequest(json: json) else {
            try await send(
                .refused(
                    "The daemon does not understand the request; use dutyclock and dutyclockd of one version.",
                    exitStatus: 76))
            throw .done
        }
        switch request {
        case .status: try await send(.status(server.intake.current))
        case .contribute(let contributions): try await contribute(contributions)
        case .importFile(let file): try await receive(file, &buffer)
        case .finishImport: try await send(.refused("There is no import to finish.", exitStatus: 76))
        }
    }

    private func contribute(_ contributions: [Contribution]) async throws(End) {
        let author = await server.accounts.author(peer.user)
        let facts = contributions.map { $0.fact(author: author) }
        switch await server.intake.contribute(facts) {
        case .success(let results): try await send(.receipts(results.map { Receipt($0) }))
        case .failure(let error): try await send(.refused(error.description, exitStatus: error.exitStatus))
        }
    }

    private func receive(_ request: ImportRequest, _ buffer: inout FrameBuffer) async throws(End) {
        let author = await server.accounts.author(peer.user)
        let id: UInt64
        do throws(ServiceError) {
            id = try await server.keeper.beginImport(request, author: author)
        } catch {
            return try await send(.refused(error))
        }
        do throws(End) {
            try await receiveFile(id, &buffer)
        } catch {
            await server.keeper.abandonImport(id)
            throw error
        }
    }

    private func receiveFile(_ id: UInt64, _ buffer: inout FrameBuffer) async throws(End) {
        try await send(.goOn)
        while true {
            let frame = try await receive(&buffer)
            let reply: ControlReply
            do throws(ServiceError) {
                if frame.kind == .data {
                    try await server.keeper.importChunk(id, frame.payload)
                    reply = .goOn
                } else {
                    reply = .imported(try await server.keeper.finishImport(id))
                }
            } catch {
                await server.keeper.abandonImport(id)
                return try await send(.refused(error))
            }
            try await send(reply)
            if case .imported = reply { return }
        }
    }

    // MARK: Bytes

    private func receive(_ buffer: inout FrameBuffer) async throws(End) -> Frame {
        var began = buffer.isPending ? ContinuousClock.now : nil
        while true {
            let whole: Frame?
            do throws(FrameError) {
                whole = try buffer.next()
            } catch {
                server.journal.log(.warning, "Account \(peer.user) sent \(error) on the control socket.")
                throw .done
            }
            if let whole { return whole }
            // Patience is for the whole frame, so that one byte at a time does not stretch it.
            let spent = began.map { $0.duration(to: .now) } ?? .zero
            guard spent < Self.patience, await server.loop.wait(for: socket, within: Self.patience - spent) == .ready
            else { throw .done }
            do throws(Errno) {
                let bytes = try readBytes(from: socket, atMost: Self.chunk)
                if bytes.isEmpty { throw Errno.ioError }
                buffer.append(bytes)
            } catch {
                if error != .tryAgain { throw .done }
            }
            if buffer.isPending, began == nil { began = .now }
        }
    }

    private func send(_ reply: ControlReply) async throws(End) {
        var rest = Frame(kind: .json, payload: reply.json.utf8).bytes[...]
        while !rest.isEmpty {
            do throws(Errno) {
                rest = rest.dropFirst(try writeBytes(rest, to: socket))
            } catch {
                guard error == .tryAgain,
                    await server.loop.wait(for: socket, .writing, within: Self.patience) == .ready
                else { throw .done }
            }
        }
    }
}
