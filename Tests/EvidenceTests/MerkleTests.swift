import Evidence
import Testing

/// The eight leaves that the reference implementation of RFC 6962 uses, and roots and proofs over them.
private let inputs: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
    [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
    [0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f],
]

private let roots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]

@Suite struct MerkleTests {
    let hasher = Hasher256()

    /// The definition of §2.1, word for word, to compare with.
    func plainRoot(_ leaves: ArraySlice<Digest>) -> Digest {
        guard let first = leaves.first else { return hasher.empty }
        if leaves.count == 1 { return first }
        var half = 1
        while half * 2 < leaves.count { half *= 2 }
        let middle = leaves.startIndex + half
        return hasher.node(plainRoot(leaves[..<middle]), plainRoot(leaves[middle...]))
    }

    func leaves(_ count: Int) -> [Digest] {
        (0..<count).map { hasher.leaf([UInt8($0 & 255), UInt8($0 >> 8)]) }
    }

    func root(_ leaves: [Digest]) -> (Range<Int64>) -> Digest {
        { plainRoot(leaves[Int($0.lowerBound)..<Int($0.upperBound)]) }
    }

    @Test func hashesAsTheStandardSays() {
        #expect(
            hasher.hash(Array("abc".utf8)).description
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Digest(hasher.hash([]).bytes) == hasher.empty)
        #expect(Digest([1, 2, 3]) == nil)
    }

    @Test(arguments: 0...8) func givesTheRootsOfTheReferenceTrees(count: Int) {
        var frontier = MerkleFrontier()
        for input in inputs.prefix(count) { frontier.append(leaf: hasher.leaf(input), hasher) }
        #expect(frontier.root(hasher).description == roots[count])
    }

    @Test func givesTheProofsOfTheReferenceTrees() {
        let leaves = inputs.map { hasher.leaf($0) }
        #expect(
            MerkleProof.inclusion(of: 0, in: 8, root: root(leaves))?.map(\.description) == [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ])
        #expect(
            MerkleProof.consistency(from: 6, to: 8, root: root(leaves))?.map(\.description) == [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ])
    }

    @Test func growsToTheSameRootByLeavesAndByBlocks() {
        let leaves = leaves(700)
        var single = MerkleFrontier()
        var blocks = MerkleFrontier()
        for (index, leaf) in leaves.enumerated() {
            single.append(leaf: leaf, hasher)
            if index % 256 == 255 { blocks.append(subtree: plainRoot(leaves[(index - 255)...index]), level: 8, hasher) }
        }
        #expect(single.root(hasher) == plainRoot(leaves[...]))
        var rest = MerkleFrontier()
        for leaf in leaves[512...] { rest.append(leaf: leaf, hasher) }
        #expect(blocks.root(followedBy: rest, hasher) == single.root(hasher))
    }

    @Test(arguments: 1...33) func provesEveryLeaf(size: Int) throws {
        let leaves = leaves(size)
        let whole = plainRoot(leaves[...])
        for index in 0..<Int64(size) {
            let path = try #require(MerkleProof.inclusion(of: index, in: Int64(size), root: root(leaves)))
            func verify(_ leaf: Digest, _ index: Int64, _ size: Int64, _ path: [Digest]) -> Bool {
                MerkleProof.verifyInclusion(of: leaf, index: index, size: size, path: path, root: whole, hasher)
            }
            #expect(verify(leaves[Int(index)], index, Int64(size), path))
            #expect(!verify(hasher.leaf([9, 9, 9]), index, Int64(size), path))
            #expect(!verify(leaves[Int(index)], index, Int64(size), path + [whole]))
            #expect(!verify(leaves[Int(index)], Int64(size), Int64(size), path))
            for step in path.indices {
                #expect(!verify(leaves[Int(index)], index, Int64(size), Array(path[..<step] + path[(step + 1)...])))
            }
        }
        #expect(MerkleProof.inclusion(of: Int64(size), in: Int64(size), root: root(leaves)) == nil)
    }

    @Test(arguments: 1...33) func provesThatATreeOnlyGrew(size: Int) throws {
        let leaves = leaves(size)
        let whole = plainRoot(leaves[...])
        for old in 1...Int64(size) {
            let then = plainRoot(leaves[..<Int(old)])
            let path = try #require(MerkleProof.consistency(from: old, to: Int64(size), root: root(leaves)))
            func verify(_ oldRoot: Digest, _ root: Digest, _ path: [Digest]) -> Bool {
                MerkleProof.verifyConsistency(
                    old: old, oldRoot: oldRoot, size: Int64(size), root: root, path: path, hasher)
            }
            #expect(verify(then, whole, path))
            #expect(!verify(hasher.empty, whole, path))
            #expect(!verify(then, hasher.empty, path))
            #expect(!verify(then, whole, path + [whole]))
            for step in path.indices {
                #expect(!verify(then, whole, Array(path[..<step] + path[(step + 1)...])))
            }
        }
        #expect(MerkleProof.consistency(from: 0, to: Int64(size), root: root(leaves)) == nil)
        #expect(MerkleProof.consistency(from: Int64(size) + 1, to: Int64(size), root: root(leaves)) == nil)
    }
}
