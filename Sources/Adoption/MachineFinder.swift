import AttendanceModel

/// Tells which files one machine wrote, by the rows that they share; a number in a file or its name is no proof.
///
/// Files with the same bytes, with the same serial number, or with most of their rows in common are of one machine.
/// Two serial numbers, or much seen at the same time with hardly a row in common, are two machines, whatever they call
/// themselves. What nothing tells apart stays apart: the school says that two found machines are one.
package struct MachineFinder: Sendable {
    /// Files that one machine wrote.
    package struct Group: Hashable, Sendable {
        /// `M1`, `M2` …; the same when more files are looked through later.
        package let label: String
        /// Indices of the files, in the order of time.
        package let files: [Int]
    }

    private let files: [SurveyedFile]
    private let told: [String: String]
    /// The files of each cluster; merged ones are empty.
    private var clusters: [[Int]]
    private var clusterOf: [Int]

    private init(_ files: [SurveyedFile], told: [String: String]) {
        self.files = files
        self.told = told
        clusters = files.indices.map { [$0] }
        clusterOf = Array(files.indices)
    }

    /// Sorts files by machine; `told` gives labels by digest that were written down before, which hold.
    package static func groups(of files: [SurveyedFile], told: [String: String] = [:]) -> [Group] {
        var finder = MachineFinder(files, told: told)
        finder.joinCertain()
        finder.joinByRows()
        return finder.labelled()
    }

    private mutating func joinCertain() {
        for left in files.indices {
            for right in files.indices where right > left {
                let labels = (told[files[left].digest], told[files[right].digest])
                let isTold = labels.0 != nil && labels.0 == labels.1
                let isCopy = files[left].digest == files[right].digest
                let isSerial = files[left].serial != nil && files[left].serial == files[right].serial
                if isTold || isCopy { merge(left, right) } else if isSerial, mayJoin(left, right) { merge(left, right) }
            }
        }
    }

    private mutating func joinByRows() {
        var links: [(share: Int, left: Int, right: Int)] = []
        var strangers: Set<[Int]> = []
        for left in files.indices {
            for right in files.indices where right > left && clusterOf[left] != clusterOf[right] {
                let overlap = files[left].overlap(with: files[right])
                if overlap.showsOneMachine {
                    links.append((overlap.common, left, right))
                } else if overlap.showsTwoMachines {
                    strangers.insert([left, right])
                }
            }
        }
        links.sort { ($0.share, $1.left, $1.right) > ($1.share, $0.left, $0.right) }
        for link in links where mayJoin(link.left, link.right) {
            let isContradicted = clusters[clusterOf[link.left]].contains { left in
                clusters[clusterOf[link.right]].contains { strangers.contains([min(left, $0), max(left, $0)]) }
            }
            if !isContradicted { merge(link.left, link.right) }
        }
    }

    /// Two serial numbers, or two labels that the school has given, are two machines.
    private func mayJoin(_ left: Int, _ right: Int) -> Bool {
        let pair = [left, right].map { clusters[clusterOf[$0]] }
        let serials = pair.map { Set($0.compactMap { files[$0].serial }) }
        let labels = pair.map { Set($0.compactMap { told[files[$0].digest] }) }
        func agree(_ sides: [Set<String>]) -> Bool {
            sides.allSatisfy { !$0.isEmpty } ? sides[0] == sides[1] : true
        }
        return clusterOf[left] == clusterOf[right] || (agree(serials) && agree(labels))
    }

    private mutating func merge(_ left: Int, _ right: Int) {
        let (into, from) = (clusterOf[left], clusterOf[right])
        guard into != from else { return }
        for file in clusters[from] { clusterOf[file] = into }
        clusters[into] += clusters[from]
        clusters[from] = []
    }

    private func labelled() -> [Group] {
        func start(_ cluster: [Int]) -> (Int64, Int) {
            let first = cluster.compactMap { files[$0].first }.min()
            return (first?.wallSeconds ?? .max, cluster.min() ?? 0)
        }
        let ordered = clusters.filter { !$0.isEmpty }.sorted { start($0) < start($1) }
        var used = Set(told.values)
        var next = 1
        return ordered.map { cluster in
            var label = cluster.compactMap { told[files[$0].digest] }.first
            while label == nil {
                if used.insert("M\(next)").inserted { label = "M\(next)" }
                next += 1
            }
            let ordered = cluster.sorted {
                (files[$0].first?.wallSeconds ?? 0, $0) < (files[$1].first?.wallSeconds ?? 0, $1)
            }
            return Group(label: label ?? "", files: ordered)
        }
    }
}
