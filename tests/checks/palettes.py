#!/usr/bin/env python3
"""styles/palettes.csv says of each palette what it keeps for readers who confuse colours, and in grey: that must be so. A scale is
looked at in five classes, a list of hues by its first five."""
import csv
import itertools
import os
import re
import sys

MACHADO = {  # Machado, Oliveira and Fernandes 2009, severity 1, in linear light
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}


def linear(text):
    parts = [int(text[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def lab(rgb):
    rgb = [min(max(c, 0), 1) for c in rgb]
    matrix = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
    white = (0.95047, 1, 1.08883)
    f = []
    for row, w in zip(matrix, white):
        t = sum(a * b for a, b in zip(row, rgb)) / w
        f.append(t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116)
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


def seen(rgb, kind):
    return [sum(a * b for a, b in zip(row, rgb)) for row in MACHADO[kind]]


def classes(kind, colours):
    """Five classes of a scale; of a list of hues the first five."""
    if kind == "qualitative":
        return colours[:5]
    return [colours[round(i * (len(colours) - 1) / 4)] for i in range(5)]


def distance(one, two):
    return sum((a - b) ** 2 for a, b in zip(one, two)) ** 0.5


def blind(kind, colours):
    """All pairs of hues, or all neighbours of a scale, are told apart by readers who lack red or green cones."""
    for lack in MACHADO:
        labs = [lab(seen(linear(c), lack)) for c in classes(kind, colours)]
        pairs = itertools.combinations(labs, 2)
        if min(distance(a, b) for a, b in pairs) < 10:
            return False
    return True


def grey(kind, colours):
    """Printed in grey a scale still rises or falls; other palettes keep no order, so that their greys must all differ."""
    light = [lab(linear(c))[0] for c in classes(kind, colours)]
    steps = [b - a for a, b in zip(light, light[1:])]
    if kind == "sequential":
        return all(s > 4 for s in steps) or all(s < -4 for s in steps)
    return min(abs(a - b) for a, b in itertools.combinations(light, 2)) > 4


def main():
    path = os.path.join(os.path.dirname(__file__), "../../styles/palettes.csv")
    wrong = 0
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        colours = row["colours"].split(" ")
        bad = [c for c in colours if not re.fullmatch("#[0-9a-f]{6}", c)]
        said = row["blind"], row["grey"]
        is_so = tuple("yes" if holds(row["kind"], colours) else "no" for holds in (blind, grey)) if not bad else None
        if bad or said != is_so or not row["author"] or not row["licence"] or len(colours) > 32:
            print(f"{row['name']}: says {said}, is {is_so}, {bad}", file=sys.stderr)
            wrong += 1
    if len(rows) < 40 or not any(row["blind"] == "no" for row in rows):
        print("palettes are missing, or the check finds nothing wrong with any", file=sys.stderr)
        wrong += 1
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
