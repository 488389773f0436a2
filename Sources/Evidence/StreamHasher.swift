internal import CCrypto

/// SHA-256 of bytes that come in parts; confined to one thread.
@safe package final class StreamHasher {
    private let context: OpaquePointer

    package init() {
        // SAFETY: the context is ours until `deinit`; EVP_sha256 is a constant of the library.
        guard let context = unsafe EVP_MD_CTX_new(), unsafe EVP_DigestInit_ex2(context, EVP_sha256(), nil) == 1
        else { preconditionFailure("libcrypto offers no SHA-256 on this computer") }
        unsafe self.context = context
    }

    deinit {
        unsafe EVP_MD_CTX_free(context)
    }

    package func update(_ bytes: [UInt8]) {
        // SAFETY: the library reads `count` bytes, which outlive the call; updating SHA-256 does not fail.
        _ = unsafe bytes.withUnsafeBytes { unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    }

    /// The digest of everything so far; the hasher then begins anew.
    package func finish() -> Digest {
        var bytes = [UInt8](repeating: 0, count: 32)
        // SAFETY: SHA-256 writes 32 bytes.
        let result = unsafe bytes.withUnsafeMutableBufferPointer {
            unsafe EVP_DigestFinal_ex(context, $0.baseAddress, nil)
        }
        guard result == 1, let digest = Digest(bytes), unsafe EVP_DigestInit_ex2(context, EVP_sha256(), nil) == 1
        else { preconditionFailure("libcrypto failed to finish a SHA-256") }
        return digest
    }
}
