"""septet as functions of DuckDB: whole columns of Apache Arrow go through the plain module, without JSON.

    pip install duckdb pyarrow wasmtime && python duckdb_sms.py

prices two texts, with the module that SEPTET_PLAIN names (in a checkout, the one that `cargo xtask pkg` made). In a program:

    register(connection, Septet("septet-plain.wasm"))
    connection.sql("select sum(sms_segments(text)) from 'sent.parquet'")

The functions and their answers are those of `septet sql` (docs/sql.md). Options are those of `count`:
`register(connection, septet, profile="toll-free")`.
"""

from threading import Lock
from typing import Any

import duckdb
import pyarrow as pa
from duckdb.sqltypes import BIGINT, VARCHAR
from pyarrow import compute
from septet import MODULE, Counts, Septet


def counted(septet: Septet, texts: pa.Array, options: dict[str, Any]) -> Counts:
    """Counts a column of texts; a null counts as an empty text."""
    _, offsets, octets = texts.buffers()
    rows = memoryview(offsets)[4 * texts.offset:4 * (texts.offset + len(texts) + 1)]
    return septet.count_utf8(octets or b"", rows, **options)


def register(connection: duckdb.DuckDBPyConnection, septet: Septet, **options: Any) -> None:
    """Adds `sms_segments`, `sms_units` and `sms_encoding`; a null text gives null."""
    # DuckDB has several threads, an instance of the module one.
    one_at_a_time = Lock()

    def add(name: str, kind: Any, column: Any) -> None:
        def function(texts: pa.ChunkedArray) -> pa.Array:
            whole = pa.concat_arrays(texts.cast(pa.string()).chunks) if texts.num_chunks else pa.array([], pa.string())
            with one_at_a_time:
                counts = counted(septet, whole, options)
            return compute.if_else(whole.is_valid(), column(counts), None)

        connection.create_function(name, function, [VARCHAR], kind, type="arrow", null_handling="special")

    def integers(octets: memoryview) -> pa.Array:
        return pa.Array.from_buffers(pa.uint32(), len(octets), [None, pa.py_buffer(octets)]).cast(pa.int64())

    names = pa.array(["GSM-7", "UCS-2"])
    add("sms_segments", BIGINT, lambda counts: integers(counts.segments))
    add("sms_units", BIGINT, lambda counts: integers(counts.units))
    add("sms_encoding", VARCHAR, lambda counts: names.take(pa.array(counts.encoding.tolist(), pa.uint8())))


if __name__ == "__main__":
    with duckdb.connect() as connection:
        register(connection, Septet(MODULE))
        texts = "(values ('Hello €'), ('Your table is booked 🎉')) as sent(text)"
        print(connection.sql(f"select text, sms_encoding(text), sms_units(text), sms_segments(text) from {texts}").fetchall())
