internal import CCrypto

/// SHA-256 by libcrypto, and the two hashes of RFC 6962 §2.1; confined to one thread.
///
/// The algorithm is fetched once and the context reused: that is three times as fast as the one-shot call for the
/// hundred bytes of a fact.
@safe package final class Hasher256 {
    private let context: OpaquePointer
    private let algorithm: OpaquePointer
    /// The 65 bytes of an inner node, and room for a digest behind them.
    private let scratch: UnsafeMutableRawBufferPointer

    package init() {
        guard let algorithm = unsafe EVP_MD_fetch(nil, "SHA256", nil), let context = unsafe EVP_MD_CTX_new(),
            unsafe EVP_DigestInit_ex2(context, algorithm, nil) == 1
        else { preconditionFailure("libcrypto offers no SHA-256 on this computer") }
        unsafe self.algorithm = algorithm
        unsafe self.context = context
        unsafe scratch = .allocate(byteCount: 97, alignment: 8)
    }

    deinit {
        unsafe EVP_MD_CTX_free(context)
        unsafe EVP_MD_free(algorithm)
        unsafe scratch.deallocate()
    }

    /// SHA-256 of `bytes`.
    package func hash(_ bytes: [UInt8]) -> Digest {
        unsafe bytes.withUnsafeBytes { unsafe digest(of: $0) }
    }

    /// The hash of a leaf whose data is `bytes`: SHA-256 of 0x00 and the data (RFC 6962 §2.1).
    package func leaf(_ bytes: [UInt8]) -> Digest {
        hash([0] + bytes)
    }

    /// The hash of an inner node: SHA-256 of 0x01, the left and the right hash (RFC 6962 §2.1).
    package func node(_ left: Digest, _ right: Digest) -> Digest {
        unsafe scratch[0] = 1
        store(left, at: 1)
        store(right, at: 33)
        return unsafe digest(of: UnsafeRawBufferPointer(rebasing: scratch[..<65]))
    }

    /// The hash of a tree without leaves: SHA-256 of nothing.
    package var empty: Digest { hash([]) }

    private func store(_ digest: Digest, at offset: Int) {
        unsafe scratch.storeBytes(of: digest.first.bigEndian, toByteOffset: offset, as: UInt64.self)
        unsafe scratch.storeBytes(of: digest.second.bigEndian, toByteOffset: offset + 8, as: UInt64.self)
        unsafe scratch.storeBytes(of: digest.third.bigEndian, toByteOffset: offset + 16, as: UInt64.self)
        unsafe scratch.storeBytes(of: digest.fourth.bigEndian, toByteOffset: offset + 24, as: UInt64.self)
    }

    private func digest(of bytes: UnsafeRawBufferPointer) -> Digest {
        let output = unsafe UnsafeMutableRawBufferPointer(rebasing: scratch[65...])
        guard unsafe EVP_DigestInit_ex2(context, nil, nil) == 1,
            unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1,
            unsafe EVP_DigestFinal_ex(context, output.baseAddress?.assumingMemoryBound(to: UInt8.self), nil) == 1
        else { preconditionFailure("libcrypto failed to compute a SHA-256") }
        func word(_ offset: Int) -> UInt64 {
            UInt64(bigEndian: unsafe output.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        return Digest(word(0), word(8), word(16), word(24))
    }
}
