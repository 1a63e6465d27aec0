#!/usr/bin/env python3
"""Every property that print has is compared with the web: in two styles of styles/ or more it is named in the metadata's "shows" (what
without.py has seen to matter) and has a value other than its default of src/style/property.c."""
import collections
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE.parent.parent / "src/style/property.c"
ENTRY = re.compile(r'\{OF\("([a-z-]+)",\s*(\w+),\s*(LAYOUT|PAINT),\s*(\w+)(.*?)\},?\n(?=\s*\[MINTU_|\};)', re.S)
OTHERS = {"visibility", "state", "promoteId", "source.filter"}  # no properties of the table
# MapLibre GL JS takes no notice of the first; the others show on a turned page alone, and pages here have north up.
WITHOUT_EFFECT = {"symbol-avoid-edges"} | {f"{what}-translate-anchor" for what in ("circle", "fill", "icon", "line", "text")}
TIMES = 2


def default(kind, rest):
    number = re.search(r"\.number = ([\w.]+)", rest)
    texts = re.search(r"\.texts = \{(.*?)\}", rest, re.S)
    if kind in ("NUMBER", "BOOLEAN"):
        return float({"true": 1, "false": 0}.get(number[1], number[1])) if number else 0
    if texts:
        words = re.findall(r'"(.*?)"', texts[1])
        return words if kind == "STRINGS" else words[0]
    return {"COLOR": "#000" if "BLACK" in rest else "transparent", "PAIR": [0, 0]}.get(kind)


def properties():
    found = ENTRY.findall(TABLE.read_text())
    return {(layer.lower(), group.lower(), name): default(kind, rest) for name, layer, group, kind, rest in found}


def main():
    table = properties()
    found = collections.Counter()
    for path in HERE.glob("styles/*.json"):
        style = json.loads(path.read_text())
        shown = set(style.get("metadata", {}).get("shows", []))
        found.update(shown & OTHERS)
        found.update({(layer["type"], group, name) for layer in style["layers"] for group in ("layout", "paint")
                      for name, value in layer.get(group, {}).items()
                      if name in shown | WITHOUT_EFFECT and value != table.get((layer["type"], group, name))})
    few = sorted(key if isinstance(key, str) else key[2] for key in [*table, *OTHERS] if found[key] < TIMES)
    for name in few:
        print(f"{name}: in fewer than {TIMES} styles of tests/web/styles at a value other than its default", file=sys.stderr)
    print(f"{len(table)} properties, {len(few)} not compared with the web")
    return 1 if few or len(table) < 50 else 0


if __name__ == "__main__":
    sys.exit(main())
