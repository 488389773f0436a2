/// The version of this checkout.
enum Version {
    static let text = "0.1.0"
}
