package import AttendanceModel

/// What a `card` fact says: from a moment on, a card is somebody's, lost, found or handed back.
package struct CardClaim: Hashable, Sendable {
    package var fact: Int64
    package var key: CardKey
    package var status: CardStatus
    /// Always there for `issued` and `temporary`; for the others it is the holder's when nil.
    package var person: PersonID?
    package var from: LocalDateTime?
    /// Exclusive.
    package var to: LocalDateTime?
    package var said: Instant

    package init(
        fact: Int64, key: CardKey, status: CardStatus, person: PersonID?, from: LocalDateTime?, to: LocalDateTime?,
        said: Instant
    ) {
        self.fact = fact
        self.key = key
        self.status = status
        self.person = person
        self.from = from
        self.to = to
        self.said = said
    }

    /// The claim of an entry of kind `card`; nil when it is none that this program writes.
    ///
    /// `noted` is when it was written down: what is lost, found or returned is so from then on, unless `from` says it.
    package init?(fact: Int64, _ entry: Entry, said: Instant, noted: LocalDateTime) {
        guard let key = entry.other.flatMap({ CardKey($0) }),
            let status = CardStatus(rawValue: entry.as ?? CardStatus.issued.rawValue)
        else { return nil }
        let isGiven = status == .issued || status == .temporary
        if isGiven, entry.person == nil { return nil }
        self.init(
            fact: fact, key: key, status: status, person: entry.person,
            from: entry.from.flatMap { LocalDateTime($0) } ?? (isGiven ? nil : noted),
            to: entry.to.flatMap { LocalDateTime($0) }, said: said)
    }
}

/// What a `reader` fact says: from a moment on, or always, a reader writes card numbers in this way.
package struct ReaderClaim: Hashable, Sendable {
    package var reader: DeviceID
    package var profile: CardProfile
    package var from: LocalDateTime?

    package init(reader: DeviceID, profile: CardProfile, from: LocalDateTime?) {
        self.reader = reader
        self.profile = profile
        self.from = from
    }

    /// The claim of an entry of kind `reader`; nil when it is none that this program writes.
    package init?(_ entry: Entry) {
        guard let reader = entry.other, let profile = entry.as.flatMap({ CardProfile($0) }) else { return nil }
        self.init(reader: DeviceID(reader), profile: profile, from: entry.from.flatMap { LocalDateTime($0) })
    }
}
