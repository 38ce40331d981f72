"""Puts every case of count.json to an implementation, here the septet command. README.md tells the format."""

import json
import pathlib
import subprocess
import sys


def answer(text, options):
    """What the implementation says: the fields of `expect`, by their names."""
    profile = options.get("profile", "standard")
    if not isinstance(profile, str):
        limits = ("single", "concatenated", "ucs2Single", "ucs2Concatenated")
        profile = "/".join(str(profile[limit]) for limit in limits)
    flags = [f"--profile={profile}", f"--encoding={options.get('encoding', 'auto')}"]
    flags += [f"--language={name}" for name in options.get("nationalLanguages", [])]
    flags += ["--16-bit"] if options.get("referenceBits") == 16 else []
    command = [*sys.argv[1:], "--json", "--keep-newline", *flags]
    report = json.loads(subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout)
    return report | {"parts": [part["end"] - part["start"] for part in report["parts"]]}


# The command takes UTF-8, which unpaired surrogates do not have.
cases = json.loads(pathlib.Path(__file__).with_name("count.json").read_text(encoding="utf-8"))["cases"]
cases = [case for case in cases if "text" in case]
wrong = 0
for case in cases:
    said = answer(case["text"], case["options"])
    for field, expected in case["expect"].items():
        if said[field] != expected:
            print(f"{case['name']}: {field} is {said[field]}, not {expected}", file=sys.stderr)
            wrong += 1
print(f"{len(cases)} cases, {wrong} wrong answers")
sys.exit(1 if wrong else 0)
