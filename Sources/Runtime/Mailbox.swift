import Synchronization

/// Elements from many tasks for one, in order of arrival; it never drops one, and holds back senders when it is full.
package final class Mailbox<Element: Sendable>: Sendable {
    private struct State {
        var elements: [Element] = []
        var isClosed = false
        var reader: CheckedContinuation<Void, Never>?
        var senders: [(id: UInt64, continuation: CheckedContinuation<Void, Never>)] = []
        var cancelled: Set<UInt64> = []
        var lastSender: UInt64 = 0
    }

    private let state = Mutex(State())
    private let capacity: Int

    /// Makes a mailbox that holds back senders while it has `capacity` elements or more.
    package init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    /// Puts an element in at once, then suspends while the mailbox is full; cancellation ends only the suspension.
    package func send(_ element: Element) async {
        let id = post(element)
        guard let id else { return }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let goesOn = state.withLock { state in
                    let goesOn = state.cancelled.remove(id) != nil || state.elements.count < capacity
                    if !goesOn { state.senders.append((id, continuation)) }
                    return goesOn
                }
                if goesOn { continuation.resume() }
            }
        } onCancel: {
            let waiting = state.withLock { state -> CheckedContinuation<Void, Never>? in
                guard let place = state.senders.firstIndex(where: { $0.id == id }) else {
                    state.cancelled.insert(id)
                    return nil
                }
                return state.senders.remove(at: place).continuation
            }
            waiting?.resume()
        }
        _ = state.withLock { $0.cancelled.remove(id) }
    }

    /// Puts an element in without waiting, and returns a number to wait under when the mailbox is full.
    @discardableResult
    package func post(_ element: Element) -> UInt64? {
        let (reader, id) = state.withLock { state in
            state.elements.append(element)
            defer { state.reader = nil }
            guard state.elements.count >= capacity else { return (state.reader, nil as UInt64?) }
            state.lastSender += 1
            return (state.reader, state.lastSender)
        }
        reader?.resume()
        return id
    }

    /// Everything that waits, after waiting for something; empty only when the mailbox is closed.
    package func next() async -> [Element] {
        while true {
            // Asked first: what comes before the end is then taken too.
            let isClosed = self.isClosed
            let elements = takeAll()
            if !elements.isEmpty || isClosed { return elements }
            await withCheckedContinuation { continuation in
                let goesOn = state.withLock { state in
                    let goesOn = !state.elements.isEmpty || state.isClosed
                    if !goesOn { state.reader = continuation }
                    return goesOn
                }
                if goesOn { continuation.resume() }
            }
        }
    }

    /// Everything that waits now; senders that were held back go on.
    package func takeAll() -> [Element] {
        let (elements, senders) = state.withLock { state in
            defer {
                state.elements = []
                state.senders = []
            }
            return (state.elements, state.senders)
        }
        for sender in senders { sender.continuation.resume() }
        return elements
    }

    package var count: Int { state.withLock { $0.elements.count } }
    package var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Lets the reader end once it has taken everything.
    package func close() {
        let reader = state.withLock { state in
            state.isClosed = true
            defer { state.reader = nil }
            return state.reader
        }
        reader?.resume()
    }
}
