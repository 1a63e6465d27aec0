#!/usr/bin/env python3
"""Compares what stands on the pages of an atlas with what `tasks`, `places`, `quota` and `greenway` answer: facts.py BOOK.pdf [NAME…],
the units of the book in their order (none: every county). The pages must be wider than high: there the panel is one column."""
import csv
import io
import json
import os
import re
import subprocess
import sys

MINTU = os.environ["MINTU"]
WORDS = {"attested": "有据", "derived": "推得", "indirect": "间接", "candidate": "待定", "assumed": "假定", "lost": "缺失"}


def answer(*words):
    out = subprocess.run([MINTU, *words, "--quiet"], stdout=subprocess.PIPE, check=False)
    return out.stdout.decode()


def rows(*words):
    return list(csv.DictReader(io.StringIO(answer(*words, "--format", "csv"))))


def bare(text):
    return re.sub(r"\s+", "", text)


def main():
    names = sys.argv[2:]
    pages = subprocess.run(["pdftotext", "-raw", sys.argv[1], "-"], stdout=subprocess.PIPE, check=True).stdout.decode().split("\f")[1:]
    counties = [r for r in rows("export", "counties") if not names or r["name"] in names]
    year = rows("quota", "--by", "county", "--from", "2014", "--to", "2014")
    quota = {r["code"]: r for r in year if r["of"] == "county"}
    pilots = rows("places", "--pilot", "any")
    ways = [r for r in rows("export", "greenway-connectors") if r["rank"] == "1"]
    problems = []
    for page, county in zip(pages, counties):
        text, name = bare(page), county["name"]

        def want(what, county=name, there=text):
            if bare(what) not in there:
                problems.append(f"{county}: the page does not say {what!r}")

        tasks = json.loads(answer("tasks", "--place", county["code"], "--json"))
        reach = [sum(t["reach"] == word for t in tasks) for word in ("own", "within", "above")]
        want(f"任务：{len(tasks)}项（{reach[0]}＋{reach[1]}＋{reach[2]}）")
        tasks.sort(key=lambda t: ("own", "within", "above").index(t["reach"]))
        shown = re.search(r"列出(\d+)项，共(\d+)项" + name + r"\d+$", text)
        for task in tasks[:int(shown[1])] if shown else tasks:
            tail = "；至".join(x for x in (task["lead"], task["until"]) if x) if task["lead"] else task["until"] and "至" + task["until"]
            want(f"{task['no']}{task['summary']}" + (f"（{tail}）" if tail else ""))
        mu = quota.get(county["code"])
        want(f"{mu['mu']}亩（{float(mu['ha']):.3f}公顷），{mu['lines']}项" if mu else "台账中无此单位")
        own = [p for p in pilots if p["county_code"] == county["code"]]
        want(f"试点名单：{len(own)}项")
        for pilot in own[:6]:
            want(f"{pilot['name']}（")
            want(f"，{WORDS[pilot['certainty']]}）")
        near = [w for w in ways if w["county"] == name and w["prefecture"] == county["prefecture"]]
        for way in near[:6]:
            want(f"{way['place']}：{way['line_name']}，{int(float(way['length_m']) / 100 + 0.5) / 10:.1f}公里（{WORDS[way['certainty']]}）")
        if not near:
            problems.append(f"{name}: no greenway is compared")
    if len(pages) < len(counties):
        problems.append(f"{len(pages)} pages for {len(counties)} counties")
    print("\n".join(problems) or f"{len(counties)} pages agree")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
