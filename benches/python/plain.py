"""The plain module from Python, next to `smsutil`, which is written in Python, and to the crate: calls and texts a second, start, memory.

Answers are asserted before anything is timed. `cargo xtask bench python/plain` runs it. The crate's count of the same texts is that of
its own benchmark, `benches/count.rs`, which this one starts first.
"""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import smsutil

ROOT = Path(__file__).resolve().parents[2]
MODULE = ROOT / "pkg" / "septet-plain.wasm"
sys.path.insert(0, str(ROOT / "examples" / "python"))

from septet import Septet  # noqa: E402

SAMPLES = dict(re.findall(r'"([^"]+)",\s*"([^"]+)"', (ROOT / "benches/texts/mod.rs").read_text(encoding="utf-8")))
TEXTS = {name: (SAMPLES[name] * 160)[:160] for name in ("ASCII", "Latin", "CJK")}


def crate_rates():
    """Counts a second of the crate, by the class of text."""
    filters = f"^({'|'.join(TEXTS)}) 160/count$"
    bench = subprocess.run(["cargo", "bench", "--quiet", "--bench", "count", "--", filters], cwd=ROOT, check=True, capture_output=True, text=True)
    sections = [json.loads(line) for line in bench.stdout.splitlines() if line.startswith('{"section":"crate-count"')]
    return {row["text"]: 1e9 / row["ns"] for row in sections[0]["rows"]}


def rate(work, times):
    """Calls a second: the best of five runs."""
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        for _ in range(times):
            work()
        best = min(best, (time.perf_counter() - start) / times)
    return 1 / best


crate = crate_rates()
start = time.perf_counter()
septet = Septet(str(MODULE))
started = time.perf_counter() - start

rows = []
for name, text in TEXTS.items():
    count, split = septet.count(text), smsutil.split(text)
    assert count["segments"] == len(split.parts), name
    lines = (text + "\n").encode() * 20_000
    counts = septet.count_utf8(lines)
    assert list(counts.segments) == [count["segments"]] * 20_000
    calls, peer = rate(lambda: septet.count(text), 2_000), rate(lambda: smsutil.split(text), 500)
    many = 20_000 * rate(lambda: septet.count_utf8(lines), 1)
    rows.append({
        "160 characters": name,
        "`count` a second": f"{calls:,.0f}",
        "`smsutil.split` a second": f"{peer:,.0f}",
        "to `smsutil`": f"{calls / peer:.1f}×",
        "lines a second, `count_utf8`": f"{many:,.0f}",
        "lines to `smsutil`": f"{many / peer:,.0f}×",
        "crate, counts a second": f"{crate[name]:,.0f}",
    })

# Requests of different kinds, errors among them, each in a block of its own: what grows would grow with one of them.
REQUESTS = [
    ["count", TEXTS["Latin"]],
    ["truncate", TEXTS["CJK"] * 3, 2],
    ["smartEncode", "“Hello” – it’s 5…", "typography"],
    ["parseInbound", "From=%2B15005550006&To=%2B15005550001&Body=Hi&NumMedia=0&NumSegments=1"],
    ["count", "a", {"encodnig": "GSM-7"}],
]
calls = int(os.environ.get("CALLS", 10_000_000))
blocks = []
for request in REQUESTS:
    octets = json.dumps(request).encode()
    address = septet._alloc(septet._store, len(octets))
    septet._memory.write(septet._store, octets, address)
    blocks.append((address, len(octets)))
store, call = septet._store, septet._call
for address, length in blocks:
    call(store, address, length)
size = septet._memory.size(store)
start = time.perf_counter()
for _ in range(calls // len(blocks)):
    for address, length in blocks:
        call(store, address, length)
mixed = time.perf_counter() - start
assert septet._memory.size(store) == size
note = (f"`septet-plain.wasm` ({MODULE.stat().st_size // 1024} KB) in wasmtime, from Python {sys.version.split()[0]}: most of a call is the "
        f"bridge of wasmtime and JSON. Compiled and started in {1000 * started:.0f} ms; after {calls:,} more calls of five kinds, in {mixed:.0f} s, its memory is as "
        f"large as before, {size * 64} KB. The crate counts the same texts, in a loop of `benches/count.rs` in the same run.")
print(json.dumps({"section": "plain-python", "note": note, "rows": rows}, ensure_ascii=False))
