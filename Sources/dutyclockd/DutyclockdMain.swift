import Glibc
import Service

/// The collector daemon; see `dutyclockd --help`.
@main struct DutyclockdMain {
    static func main() {
        exit(DaemonProgram.run(Array(CommandLine.arguments.dropFirst())))
    }
}
