#!/usr/bin/env python3
"""A million values of each type in one column, and of all types by turns: each comes out as it went in, and ten million features are a
layer or are refused, with the limit that they meet."""
import os
import pathlib
import subprocess
import sys
import tempfile

MINTU = os.environ["MINTU"]
VALUES = {"null": ("null", '""'), "boolean": ("true", "true"), "integer": ("12", "12"), "number": ("-0.5", "-0.5"), "text": ('"文字"', "文字"),
          "date": ('"2014-05-01"', "2014-05-01"), "time": ('"2014-05-01T10:00:00Z"', "2014-05-01T10:00:00Z"),
          "list": ('[1,2,"x"]', '"[1,2,""x""]"'), "object": ('{"a":1}', '"{""a"":1}"')}
MILLION = 1000000


def write(path, values, count):
    """Features without places, with the values by turns."""
    rows = [f'{{"type":"Feature","properties":{{"v":{value}}},"geometry":null}}' for value in values]
    with open(path, "w", encoding="utf-8") as file:
        file.write('{"type":"FeatureCollection","features":[\n')
        for i in range(count):
            file.write(rows[i % len(rows)] + (",\n" if i + 1 < count else "\n]}"))


def export(source, target):
    return subprocess.run([MINTU, "export", source, "-f", "csv", "-o", target, "--quiet"], capture_output=True, text=True)


def main():
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        source, target = pathlib.Path(folder) / "in.geojson", pathlib.Path(folder) / "out.csv"
        for name, parts in list(VALUES.items()) + [("all", None)]:
            inputs, outputs = zip(*(VALUES.values() if parts is None else [parts]))
            write(source, inputs, MILLION)
            run = export(source, target)
            lines = target.read_text(encoding="utf-8-sig").split("\n")[1:-1] if run.returncode == 0 else []
            wrong = sum(line.rstrip("\r") != outputs[i % len(outputs)] for i, line in enumerate(lines))
            if run.returncode != 0 or len(lines) != MILLION or wrong:
                print(f"{name}: exit {run.returncode}, {len(lines)} lines, {wrong} wrong: {run.stderr[:300]}", file=sys.stderr)
                failed = 1
        write(source, ["1"], 10 * MILLION)
        run = export(source, target)
        if run.returncode not in (0, 3) or (run.returncode == 3 and "which is the limit" not in run.stderr):
            print(f"ten million features: exit {run.returncode}: {run.stderr[:300]}", file=sys.stderr)
            failed = 1
    return failed


if __name__ == "__main__":
    sys.exit(main())
