"""septet in Python: how a text travels as SMS, by the plain WebAssembly module (docs/plain-module.md).

    pip install wasmtime && python septet.py "Hello €"

shows what a text costs, with the module that SEPTET_PLAIN names (in a checkout, the one that `cargo xtask pkg` made). In a program:

    septet = Septet("septet-plain.wasm")
    septet.count("Hello €")["segments"]  # 1
    septet.call("check", {"to": "+14155552671", "body": "Hi"}, {"now": datetime.now(timezone.utc)})["violations"]

One instance serves one thread: a server has one for each, for which the module is compiled once. The functions and options
are those of the npm package; octets are `bytes`, times are `datetime`. Indices are in units of UTF-16: see `text_index`.
"""

import json
import os
import struct
import sys
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Iterable, Literal, NamedTuple, TypedDict

from wasmtime import Engine, Instance, Module, Store

Encoding = Literal["GSM-7", "UCS-2"]


class Count(TypedDict):
    """What a text costs."""

    encoding: Encoding
    segments: int
    units: int
    unitsPerSegment: int
    unitsRemaining: int
    lockingShift: str | None
    singleShift: str | None


class Counts(NamedTuple):
    """What many texts cost: a column for each property; an encoding is 0 for GSM-7 and 1 for UCS-2."""

    segments: memoryview
    units: memoryview
    encoding: memoryview


class SmsError(Exception):
    """What cannot be done, with the code that docs/plain-module.md lists, and where."""

    def __init__(self, error: dict[str, Any]) -> None:
        super().__init__(error["message"])
        self.code: str = error["code"]
        self.index: int | None = error["index"]
        self.item: int | None = error.get("item")
        self.field: str | None = error.get("field")
        self.suggestion: str | None = error.get("suggestion")


@lru_cache
def _compiled(path: str) -> tuple[Engine, Module]:
    if not Path(path).is_file():
        raise FileNotFoundError(f"{path} is not there: give the path of septet-plain.wasm, which is in the npm package septet")
    engine = Engine()
    return engine, Module.from_file(engine, path)


def text_index(text: str, units: int) -> int:
    """The index in a text of Python, which counts characters, for one in units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")[:2 * units].decode("utf-16-le", "surrogatepass"))


class Septet:
    """The module, and a block of its memory that requests are written to."""

    def __init__(self, path: str | Path) -> None:
        engine, module = _compiled(str(path))
        self._store = Store(engine)
        exports: Any = Instance(self._store, module, []).exports(self._store)
        self._memory, self._alloc, self._free = exports["memory"], exports["alloc"], exports["free"]
        self._call, self._count_many = exports["call"], exports["count_many"]
        if exports["version"](self._store) != 1:
            raise RuntimeError("this septet.py is for version 1 of the plain module")
        self._block, self._room = 0, 0

    def call(self, function: str, *arguments: Any) -> Any:
        """Calls a function of the npm package: `call("truncate", text, 2, {"ellipsis": "..."})`."""
        request = json.dumps([function, *arguments], default=_json).encode()
        return json.loads(self._answer(self._call(self._store, self._written(request), len(request))))

    def count(self, text: str, **options: Any) -> Count:
        """Counts a text; the options are those of the npm package, such as `nationalLanguages=["turkish"]`."""
        count: Count = self.call("count", text, options)
        return count

    def count_many(self, texts: Iterable[str], **options: Any) -> Counts:
        """Counts many texts at once, without JSON."""
        octets = [_utf8(text) for text in texts]
        offsets = [0]
        for text in octets:
            offsets.append(offsets[-1] + len(text))
        return self.count_utf8(b"".join(octets), struct.pack(f"<{len(offsets)}I", *offsets), **options)

    def count_utf8(self, octets: Any, offsets: Any = None, **options: Any) -> Counts:
        """Counts texts of UTF-8 in a buffer: those between 32-bit offsets, as Apache Arrow has them, or else lines."""
        given = json.dumps(options).encode()
        texts, ends = memoryview(octets).nbytes, memoryview(offsets or b"").nbytes
        at = self._written(b"".join((given, octets, offsets or b"")))
        starts = at + len(given), (at + len(given) + texts) if ends else 0
        answer = memoryview(self._answer(self._count_many(
            self._store, starts[0], texts, starts[1], ends // 4, at, len(given))))
        rows = len(answer) // 9
        return Counts(answer[:4 * rows].cast("I"), answer[4 * rows:8 * rows].cast("I"), answer[8 * rows:])

    def _written(self, octets: bytes) -> int:
        if len(octets) > self._room:
            self._free(self._store, self._block)
            self._room = max(len(octets), 4096)
            self._block = self._alloc(self._store, self._room) & 0xFFFFFFFF
            if self._block == 0:
                self._room = 0
                raise MemoryError(f"no memory for a request of {len(octets)} octets")
        self._memory.write(self._store, octets, self._block)
        return self._block

    def _answer(self, address: int) -> bytearray:
        """The octets of an answer; its address comes as a 32-bit integer with a sign."""
        address &= 0xFFFFFFFF
        is_error, length = struct.unpack("<II", self._memory.read(self._store, address, address + 8))
        octets: bytearray = self._memory.read(self._store, address + 8, address + 8 + length)
        if is_error:
            raise SmsError(json.loads(octets)["error"])
        return octets


def _json(value: Any) -> Any:
    """What JSON does not have."""
    if isinstance(value, (bytes, bytearray, memoryview)):
        return list(value)
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise TypeError(f"{value!r} needs a time zone: datetime.now(timezone.utc) has one")
        return value.isoformat(timespec="seconds")
    raise TypeError(f"{value!r} is not a value of JSON, octets or a datetime")


def _utf8(text: str) -> bytes:
    """A text as JSON carries it: surrogates are joined, and an unpaired one is U+FFFD."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()


#: The module that `cargo xtask pkg` makes, unless another one is named.
MODULE = os.environ.get("SEPTET_PLAIN", str(Path(__file__).resolve().parents[2] / "pkg" / "septet-plain.wasm"))

if __name__ == "__main__":
    print(json.dumps(Septet(MODULE).count(" ".join(sys.argv[1:]) or "Hello €")))
