#!/usr/bin/env python3
"""What the maps of styles/ share looks the same on each, borders follow their rank, water and land have their own type.

A sheet larger than A4 may have heavier lines and larger type, so sheets are compared with those of their own size."""
import glob
import json
import os
import sys

FOLDER = os.environ["MINTU_STYLES"]
BASE = ["sea", "neighbours", "neighbour-borders", "neighbour-coast", "province-glow", "rivers", "coast", "county-borders",
        "prefecture-borders", "province-border", "sea-names", "neighbour-names"]
ORDER = ["county-borders", "prefecture-borders", "province-border"]  # thin to thick
TYPE_SIZES = {"A4": 2}  # of labels, at most; with the title's they make three
MORE_SIZES = 3  # on larger sheets, which are read from afar and from near

failed = False


def bad(path, text):
    global failed
    failed = True
    print(f"{os.path.basename(path)}: {text}", file=sys.stderr)


def look(layer):
    return json.dumps([layer["type"], layer.get("paint"), layer.get("layout"), layer.get("metadata")], sort_keys=True)


def check_borders(path, layers):
    present = [name for name in ORDER if name in layers]
    widths = [layers[name]["paint"]["line-width"] for name in present]
    if len(present) < len(ORDER) or sorted(set(widths)) != widths:
        bad(path, f"borders {', '.join(ORDER)} have the widths {widths}; expected all three, each thicker than the one before")


def check_type(path, layers, most):
    sizes = {layer["layout"]["text-size"] for layer in layers.values() if "text-size" in layer.get("layout", {})}
    if len(sizes) > most:
        bad(path, f"labels have {len(sizes)} sizes of type, {sorted(sizes)}; expected at most {most}")
    for name, layer in layers.items():
        fonts = layer.get("layout", {}).get("text-font")
        if fonts and ("Serif" in fonts[0]) != (name in ("sea-names", "river-names")):
            bad(path, f"layer {name} has the font {fonts[0]}; expected serif type on water and sans-serif type on land")


def main():
    looks = {}
    paths = sorted(path for path in glob.glob(os.path.join(FOLDER, "*.json")) if not path.endswith(".schema.json"))
    for path in paths:
        with open(path, encoding="utf-8") as file:
            style = json.load(file)
        size = style["metadata"]["mintu:layout"]["page"]["size"]
        layers = {layer["id"]: layer for layer in style["layers"]}
        check_borders(path, layers)
        check_type(path, layers, TYPE_SIZES.get(size, MORE_SIZES))
        for name in BASE:
            if name not in layers:
                bad(path, f"the layer {name} is missing; every map stands on the same base")
                continue
            first, other = looks.setdefault((size, name), (look(layers[name]), path))
            if first != look(layers[name]):
                bad(path, f"the layer {name} looks different from that of {os.path.basename(other)}")
    if not paths:
        bad(FOLDER, "no styles were found")
    return failed


sys.exit(main())
