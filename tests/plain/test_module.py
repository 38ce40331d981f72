"""The plain module from Python: every conformance vector, the shared cases, and DuckDB beside the answers of `septet sql`.

`cargo xtask test --only python` installs what it needs and runs it.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from io import StringIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data"
MODULE = os.environ.get("SEPTET_PLAIN", str(ROOT / "pkg" / "septet-plain.wasm"))
sys.path.insert(0, str(ROOT / "examples" / "python"))

from septet import Septet, SmsError, text_index  # noqa: E402
from smspdudecoder.fields import SMSSubmit  # noqa: E402

septet = Septet(MODULE)


def read(path):
    return json.loads((DATA / path).read_text(encoding="utf-8"))


def text_of(case):
    """The text of a case, which may have unpaired surrogates: `json.dumps` escapes them."""
    if "text" in case:
        return case["text"]
    return "".join(chr(int(unit, 16)) for unit in case["utf16"])


def part(found, expected):
    """As much of an answer as is expected."""
    if isinstance(found, dict) and isinstance(expected, dict):
        return {name: part(found.get(name), value) for name, value in expected.items()}
    if isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        return [part(*pair) for pair in zip(found, expected)]
    return found


def expand(value):
    """`{"repeat": [unit, times]}` stands for a long text."""
    if isinstance(value, dict):
        if "repeat" in value:
            unit, times = value["repeat"]
            return unit * times
        return {name: expand(one) for name, one in value.items()}
    return [expand(one) for one in value] if isinstance(value, list) else value


class Examples(unittest.TestCase):
    """The examples, started as their first lines say, after `pip install`."""

    def run_example(self, name):
        head = (ROOT / "examples" / "python" / name).read_text(encoding="utf-8").split("\n\n")[1]
        command = head.strip().partition(" && ")[2].replace("python ", f"{sys.executable} ", 1)
        done = subprocess.run(command, shell=True, cwd=ROOT / "examples" / "python", capture_output=True, text=True,
                              env={**os.environ, "SEPTET_PLAIN": MODULE, "PYTHONUTF8": "1"})
        self.assertEqual(done.stderr, "")
        return done.stdout

    def test_count(self):
        self.assertEqual(json.loads(self.run_example("septet.py"))["units"], 8)

    def test_duckdb(self):
        self.assertEqual(self.run_example("duckdb_sms.py"), "[('Hello €', 'GSM-7', 8, 1), ('Your table is booked 🎉', 'UCS-2', 23, 1)]\n")


class Conformance(unittest.TestCase):
    """`tests/data/conformance/`: what any implementation must answer."""

    def test_counts(self):
        cases = read("conformance/count.json")["cases"] + read("cases.json")["cases"]
        self.assertGreater(len(cases), 436)
        for case in cases:
            text, options, expected = text_of(case), case["options"], case["expect"]
            parts = septet.call("split", text, options)
            found = septet.count(text, **options) | {"parts": [part["end"] - part["start"] for part in parts]}
            self.assertEqual(found, expected, case["name"])

    def test_many_counts(self):
        cases = [case for case in read("conformance/count.json")["cases"] if case["options"] == {} and "text" in case]
        counts = septet.count_many(case["text"] for case in cases)
        for index, case in enumerate(cases):
            found = {"segments": counts.segments[index], "units": counts.units[index],
                     "encoding": ("GSM-7", "UCS-2")[counts.encoding[index]]}
            self.assertEqual(found, part(case["expect"], found), case["name"])

    def test_septets(self):
        vectors = read("conformance/septets.json")
        for case in vectors["encode"]:
            options = {name: case[name] for name in ("lockingShift", "singleShift")}
            if case["septets"] is None:
                with self.assertRaises(SmsError) as raised:
                    septet.call("encodeSeptets", case["text"], options)
                self.assertEqual(raised.exception.code, "unencodable")
            else:
                found = septet.call("encodeSeptets", case["text"], options)
                self.assertEqual(bytes(found).hex(), case["septets"], case["name"])
        for case in vectors["decode"]:
            options = {name: case[name] for name in ("lockingShift", "singleShift")}
            self.assertEqual(septet.call("decodeSeptets", case["septets"], options), case["text"], case["name"])
        self.assertEqual((len(vectors["encode"]), len(vectors["decode"])), (467, 1149))

    def test_user_data(self):
        cases = read("conformance/septets.json")["userData"]
        self.assertEqual(len(cases), 78)
        for case in cases:
            # A header is in front of the text; fill bits take the text to the next septet.
            header = bytes([len(case["udh"]) // 2]) + bytes.fromhex(case["udh"]) if case["udh"] else b""
            options = {name: case[name] for name in ("lockingShift", "singleShift")}
            septets = septet.call("encodeSeptets", case["text"], options)
            packed = septet.call("packSeptets", septets, -8 * len(header) % 7)
            self.assertEqual((header + bytes(packed)).hex(), case["ud"], case["name"])
            decoded = septet.call("decodeUserData", {"dcs": 0, "udhi": bool(header), "udl": case["udl"], "octets": case["ud"]})
            self.assertEqual(decoded["text"], case["text"], case["name"])


class Messages(unittest.TestCase):
    """`tests/data/messages.json`: what the crate and the npm package answer."""

    def test_checks(self):
        file = read("messages.json")
        self.assertGreater(len(file["cases"]), 200)
        for case in file["cases"]:
            found = septet.call("check", expand(case["message"]), case.get("check", {"now": file["now"]}))
            expected = expand(case["expect"])
            expected.pop("form", None)
            self.assertEqual(part(found, expected), expected, case["name"])


class Errors(unittest.TestCase):
    def test_codes_and_places(self):
        with self.assertRaises(SmsError) as raised:
            septet.count("5 —", encoding="GSM-7")
        self.assertEqual((raised.exception.code, raised.exception.index), ("unencodable", 2))
        with self.assertRaises(SmsError) as raised:
            septet.count_many(["a", "—"], encoding="GSM-7")
        self.assertEqual((raised.exception.code, raised.exception.item), ("unencodable", 1))
        with self.assertRaisesRegex(SmsError, "there is no function called cuont"):
            septet.call("cuont")

    def test_errors_help(self):
        with self.assertRaises(SmsError) as raised:
            septet.call("parseAddress", "+1 415 555 2671")
        self.assertEqual((raised.exception.code, raised.exception.suggestion), ("invalid-address", "+14155552671"))
        with self.assertRaises(SmsError) as raised:
            septet.call("parseInbound", b"From=a")
        self.assertEqual((raised.exception.code, raised.exception.field), ("malformed-parameter", "To"))
        with self.assertRaisesRegex(FileNotFoundError, "give the path of septet-plain.wasm"):
            Septet("nowhere.wasm")
        with self.assertRaisesRegex(TypeError, "is not a value of JSON"):
            septet.count(object())
        with self.assertRaisesRegex(TypeError, "needs a time zone"):
            septet.call("check", {}, {"now": datetime(2026, 5, 15)})
        self.assertEqual(septet.count("a")["segments"], 1)

    def test_values_of_python(self):
        message = {"to": "+14155552671", "from": "+14155550199", "body": "Hi"}
        now = datetime(2026, 5, 15, 12, tzinfo=timezone(timedelta(hours=2)))
        self.assertTrue(septet.call("check", message, {"now": now})["acceptable"])
        self.assertEqual(septet.call("decodeSeptets", bytes([65, 27, 101])), "A€")
        self.assertEqual(septet.call("decodeSeptets", memoryview(b"A")), "A")
        for text in ("a", "\ud83d", "\ud83d\ude00", "😀\udc00€", "中"):
            count, counts = septet.count(text), septet.count_many([text, "a"])
            self.assertEqual((counts.units[0], ("GSM-7", "UCS-2")[counts.encoding[0]]), (count["units"], count["encoding"]), ascii(text))
        text = "👋 5 — 😀"
        for offender in septet.call("analyze", text)["offenders"]:
            for position in offender["positions"]:
                self.assertEqual(text[text_index(text, position)], offender["text"])

    def test_each_thread_has_its_own(self):
        with ThreadPoolExecutor(4) as pool:
            counts = pool.map(lambda length: Septet(MODULE).count("a" * length)["units"], range(40))
            self.assertEqual(list(counts), list(range(40)))

    def test_texts_that_do_not_fit_leave_the_module_as_it_was(self):
        long = "—" * 30_000_000
        for name in ("suggest", "analyze"):
            with self.assertRaises(SmsError) as raised:
                septet.call(name, long)
            self.assertEqual(raised.exception.code, "text-too-long")
        with self.assertRaises(SmsError) as raised:
            septet.call("smartEncode", long, "typography")
        self.assertEqual(raised.exception.code, "out-of-memory")
        self.assertEqual(septet.count(long)["units"], 30_000_000)
        self.assertEqual(septet.count("a")["segments"], 1)

    def test_memory_stays_flat(self):
        def calls():
            for index in range(2_000):
                septet.count("“Hello” – 5 €" * (index % 50), smartEncoding="typography")
                septet.call("analyze", "Hello 👋 " * (index % 20))
                septet.count_many(["a", "—"] * (index % 100))
        fresh = Septet(MODULE)
        calls()
        size = septet._memory.size(septet._store)
        calls()
        self.assertEqual(septet._memory.size(septet._store), size)
        self.assertLess(fresh._memory.size(fresh._store), 64)


class OtherDecoder(unittest.TestCase):
    """User data in an SMS-SUBMIT, as another decoder reads it."""

    def test_user_data(self):
        texts = ["Hello", "5 € [x] {y}", "Grüße, Ωμέγα? Δ", "中文", "See you 👋🏽", "a" * 161, "é€" * 120, "]" * 153, "中" * 71, "x🎉" * 60]
        for text in texts:
            parts = septet.call("encodeUserData", text, {"reference": 7})
            read = [SMSSubmit.decode(StringIO(self.submit(part))) for part in parts]
            cuts = [part["text"] for part in septet.call("split", text)]
            # It goes by the octets, not by TP-UDL: seven bits of padding may be an @ to it, which none of the texts has.
            self.assertEqual([submit["user_data"]["data"].removesuffix("@") for submit in read], cuts, text)
            for index, submit in enumerate(read):
                self.assertEqual(submit["recipient"]["number"], "12125550123")
                header = submit["user_data"]["header"]
                if len(parts) > 1:
                    self.assertEqual(header["elements"][0]["data"], {"reference": 7, "parts_count": len(parts), "part_number": index + 1}, header)
                else:
                    self.assertIsNone(header)

    def submit(self, part):
        """The octets of an SMS-SUBMIT to +12125550123, without a service centre, as hexadecimal digits."""
        first = 0x41 if part["udhi"] else 0x01
        octets = part["octets"] if isinstance(part["octets"], str) else bytes(part["octets"]).hex()
        return f"00{first:02x}000b912121550521f300{part['dcs']:02x}{part['udl']:02x}{octets}"


class DuckDb(unittest.TestCase):
    """The functions of `examples/python/duckdb_sms.py`, with the answers that docs/sql.md has of `septet sql`."""

    def test_answers_are_those_of_septet_sql(self):
        import duckdb
        from duckdb_sms import register

        document = (ROOT / "docs" / "sql.md").read_text(encoding="utf-8")
        rows = re.search(r"printf '(.*?)' > /tmp/sent\.csv", document)[1].replace(r"\n", "\n")
        table = re.findall(r"^\| (\d) +\| (\S+) +\| (\d+) +\|", document, re.MULTILINE)
        prices = re.findall(r"^(GSM-7|UCS-2),(\d+),([\d.]+)$", document, re.MULTILINE)
        self.assertEqual((len(table), len(prices)), (4, 2))
        connection = duckdb.connect()
        register(connection, septet)
        with tempfile.TemporaryDirectory() as directory:
            file = Path(directory, "sent.csv")
            file.write_text(rows, encoding="utf-8")
            found = connection.sql(f"select id, sms_encoding(text), sms_units(text) from '{file}' order by id").fetchall()
            self.assertEqual([tuple(map(str, row)) for row in found], table)
            found = connection.sql(
                "select sms_encoding(text), count(*), sum(sms_segments(text)) * 0.0079"
                f" from '{file}' group by 1 order by 1").fetchall()
            self.assertEqual([(encoding, str(texts), f"{price:.4f}") for encoding, texts, price in found], prices)

    def test_columns_of_every_length(self):
        import duckdb
        from duckdb_sms import register

        connection = duckdb.connect()
        register(connection, septet, profile="toll-free")
        found = connection.sql(
            "select sum(sms_segments(repeat('a', i::integer))), sum(sms_units(repeat('—', i::integer)))"
            " from range(5000) t(i)").fetchall()[0]
        segments = sum(1 if length <= 160 else -(-length // 152) for length in range(5000))
        self.assertEqual(found, (segments, sum(range(5000))))
        self.assertEqual(connection.sql("select sms_segments(null), sms_encoding(null)").fetchall()[0], (None, None))
        with self.assertRaisesRegex(duckdb.Error, "has no GSM-7 code"):
            strict = duckdb.connect()
            register(strict, septet, encoding="GSM-7")
            strict.sql("select sms_segments('👋')").fetchall()


if __name__ == "__main__":
    unittest.main()
