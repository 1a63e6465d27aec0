#!/usr/bin/env python3
"""A made-up list of pilot towns, as an office would have it: list_46.py FILE.xlsx [COUNT]. COUNT (46) real towns: those of the roster but
two, and others, by prefecture, with merged cells and a title above. Towns whose prefecture and county do not tell them are left out."""
import collections
import csv
import io
import os
import pathlib
import subprocess
import sys


def ask(*words):
    answer = subprocess.run([os.environ["MINTU"], "places", *words, "-q", "-f", "csv"], capture_output=True, text=True, check=True)
    return list(csv.DictReader(io.StringIO(answer.stdout)))


count = int(sys.argv[2]) if len(sys.argv) > 2 else 46
towns = ask("--pilot", "town")[:-2]
known = {town["code"] for town in ask("--pilot", "town")}
names = collections.Counter((t["county"], t["name"]) for t in ask("--level", "township"))
for town in ask("--level", "township"):
    if len(towns) < count and town["type"] == "town" and town["code"] not in known and names[town["county"], town["name"]] == 1:
        towns.append(town)
towns = sorted(towns[:count], key=lambda town: town["code"])
sizes = collections.Counter(town["prefecture"] for town in towns)
rows, before = [f"福建省小城镇综合改革建设试点镇名单（{count}个）", "序号,设区市,县（市、区）,试点镇,批次,备注"], ""
for i, town in enumerate(towns):
    first = town["prefecture"] != before
    before = town["prefecture"]
    merged = f"m:{sizes[before]}x1:{before}" if first else ""
    rows.append(f"n:{i + 1},{merged},{town['county']},{town['name']},第{'一' if i % 2 else '二'}批,")
subprocess.run([sys.executable, str(pathlib.Path(__file__).parent / "book.py"), sys.argv[1], "名单=" + ";".join(rows)], check=True)
