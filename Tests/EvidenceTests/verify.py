#!/usr/bin/env python3
"""Recomputes a log's evidence with nothing of dutyclock: verify.py events.db [checkpoint line].

Prints what is wrong and, at the end, the checkpoint line; exits 1 when anything is wrong.
"""
import base64
import hashlib
import json
import sqlite3
import struct
import sys


def number(value):
    return struct.pack(">q", value)


def text(value):
    return struct.pack(">I", len(value)) + value


def optional(value, encode):
    return b"\0" if value is None else b"\1" + encode(value)


def leaf(row):
    """SHA-256 of 0x00 and the canonical encoding, version 1."""
    return hashlib.sha256(
        b"\0\1" + number(row["seq"]) + number(row["kind"]) + optional(row["at"], number)
        + number(row["recorded"]) + number(row["uncertainty"]) + text(row["subject"]) + number(row["clock"])
        + text(row["source"]) + number(row["codes"]) + number(row["session"]) + number(row["basis"])
        + text(row["author"]) + optional(row["origin"], number) + optional(row["body"], text)
        + optional(row["raw"], text) + row["salt"]).digest()


def root(leaves):
    """The tree hash of RFC 6962, section 2.1."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + root(leaves[:half]) + root(leaves[half:])).digest()


def main(path, expected=None):
    log = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    log.text_factory = bytes
    log.row_factory = sqlite3.Row
    problems, leaves, name = [], [], "?"
    for row in log.execute("SELECT * FROM fact ORDER BY seq"):
        if row["seq"] != len(leaves):
            problems.append(f"fact {len(leaves)} is missing")
            break
        leaves.append(leaf(row))
        if leaves[-1] != row["leaf"]:
            problems.append(f"fact {row['seq']} was altered")
        if row["seq"] == 0:
            name = json.loads(row["body"])["log"]
    tiles = {row["idx"]: row["root"] for row in log.execute("SELECT idx, root FROM tile")}
    computed = {i: root(leaves[256 * i:256 * i + 256]) for i in range(len(leaves) // 256)}
    problems += [f"block {i} differs" for i in sorted(set(tiles) | set(computed)) if tiles.get(i) != computed.get(i)]

    def line(size):
        return f"dutyclock/{name} {size} {base64.b64encode(root(leaves[:size])).decode()}"

    if expected and (int(expected.split()[1]) > len(leaves) or line(int(expected.split()[1])) != expected):
        problems.append("the expected checkpoint is not of this log")
    print(*problems, line(len(leaves)), sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
