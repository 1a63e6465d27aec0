"""Proves from a drawn map that no text meets another text or a symbol: overlaps.py MAP.pdf|MAP.svg [COLOUR…]

Of a PDF the words' boxes (pdftotext -bbox), cut down from the font's ascent and descent to the ideograph's em box; of an SVG the
ink boxes of the glyphs, and those of the paths filled or stroked in one of the colours (#rrggbb), which are the symbols. Prints
one line per pair that meets, then what was compared; ends with 1 when there is a pair."""
import argparse
import itertools
import json
import re
import subprocess
import sys

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def words(path):
    text = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True).stdout
    found = re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', text)
    for *box, word in found:
        x0, y0, x1, y1 = map(float, box)
        yield (x0, y0 + 0.2 * (y1 - y0), x1, y1 - 0.12 * (y1 - y0)), word


def bounds(path, matrix=(1, 0, 0, 1, 0, 0)):
    n = list(map(float, NUMBER.findall(path)))
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x, y in zip(n[::2], n[1::2])]
    ys = [b * x + d * y + f for x, y in zip(n[::2], n[1::2])]
    return (min(xs), min(ys), max(xs), max(ys)) if xs else None


def rgb(colour):
    return tuple(round(int(colour[i : i + 2], 16) / 2.55, 1) for i in (1, 3, 5))


def glyphs(text):
    ink = {}
    for name, path in re.findall(r'id="([\w-]*glyph[\d-]+)">\s*<path[^>]* d="([^"]*)"', text):
        ink[name] = bounds(path)
    for name, x, y in re.findall(r'<use xlink:href="#([\w-]*glyph[\d-]+)" x="(.*?)" y="(.*?)"', text):
        if ink.get(name):
            x0, y0, x1, y1 = ink[name]
            yield (x0 + float(x), y0 + float(y), x1 + float(x), y1 + float(y)), f"{name} at {x}, {y}"


def symbols(text, colours):
    wanted = {rgb(colour) for colour in colours}
    for style, path, rest in re.findall(r'<path style="([^"]*)" d="([^"]*)"([^>]*)>', text):
        paints = re.findall(r"(?:fill|stroke):rgb\((.*?)%,(.*?)%,(.*?)%\)", style)
        if not any(tuple(round(float(v), 1) for v in paint) in wanted for paint in paints):
            continue
        matrix = re.search(r"matrix\((.*?)\)", rest)
        box = bounds(path, tuple(map(float, NUMBER.findall(matrix[1])))) if matrix else bounds(path)
        if box and box[2] - box[0] < 20 and box[3] - box[1] < 20:  # not the lines of a legend or of a map
            yield box, f"symbol at {box[0]:.1f}, {box[1]:.1f}"


def meet(a, b, by=0.05):
    return a[0] + by < b[2] and b[0] + by < a[2] and a[1] + by < b[3] and b[1] + by < a[3]


def meetings(texts, marks):
    """Names of texts and what they meet, from left to right; two marks may meet."""
    ordered = sorted([(box, name, True) for box, name in texts] + [(box, name, False) for box, name in marks])
    for i, (a, name, is_text) in enumerate(ordered):
        for b, other, other_text in itertools.takewhile(lambda item: item[0][0] < a[2], itertools.islice(ordered, i + 1, None)):
            if (is_text or other_text) and meet(a, b):
                yield (name, other) if is_text else (other, name)


def labels(report, texts):
    """Each label that the report calls placed, as its words on the page: their union, and what they say together."""
    with open(report, encoding="utf-8") as file:
        told = json.load(file)
    faults = [f"required but dropped: {label['text']!r}" for label in told["dropped"] if label.get("required")]
    merged = []
    for label in told["labels"]:
        x0, y0, x1, y1 = (edge * 72 / 25.4 for edge in label["box_mm"])
        own = [(box, word) for box, word in texts if x0 < (box[0] + box[2]) / 2 < x1 and y0 < (box[1] + box[3]) / 2 < y1]
        wanted = "".join(label["text"].split())
        if sorted("".join(word for _, word in own)) != sorted(wanted):
            faults.append(f"not on the page where the report has it: {label['text']!r}, but {[word for _, word in own]}")
        if own:
            edges = list(zip(*(box for box, _ in own)))
            merged.append(((min(edges[0]), min(edges[1]), max(edges[2]), max(edges[3])), wanted))
    return merged, faults


def read(path, colours):
    """Texts and symbols of a PDF or SVG, in points."""
    if path.endswith(".pdf"):
        return list(words(path)), []
    with open(path, encoding="utf-8") as file:
        content = file.read()
    millimetres, units = map(float, re.search(r'<svg[^>]* width="([\d.]+)mm"[^>]* viewBox="0 0 ([\d.]+) ', content).groups())
    scale = millimetres / units * 72 / 25.4
    return tuple(
        [(tuple(edge * scale for edge in box), name) for box, name in found] for found in (glyphs(content), symbols(content, colours))
    )


def main():
    """--report FILE: the labels of this report are compared as a whole; --symbols MAP.svg: with the symbols of this drawing."""
    parser = argparse.ArgumentParser(add_help=False)
    for option in ("--report", "--symbols"):
        parser.add_argument(option)
    parser.add_argument("path")
    parser.add_argument("colours", nargs="*")
    given = parser.parse_intermixed_args()
    texts, marks = read(given.path, given.colours)
    if given.symbols:
        marks = read(given.symbols, given.colours)[1]
    found = f"{len(texts)} texts"
    faults = []
    if given.report:
        texts, faults = labels(given.report, texts)
        found = f"{len(texts)} labels"
    print(*faults, sep="\n", end="\n" if faults else "")
    pairs = 0
    for name, other in meetings(texts, marks):
        pairs += 1
        print(f"{name} meets {other}")
    print(f"{found}, {len(marks)} symbols, {pairs} overlaps, {len(faults)} faults")
    return 1 if pairs or faults or not texts else 0


sys.exit(main())
