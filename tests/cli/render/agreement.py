"""Proves that scale bar, printed ratio and the file's own size agree within 0.5 %: agreement.py FORMAT SIZE DPI [SCALE]

Draws two dots, a known distance apart on the ellipsoid (GeodSolve), and measures the dots and the bar in the picture itself:
metres on earth per metre on paper three ways, from the bar and its number, from the dots, and as printed. PNG is measured by its
pHYs, SVG and PDF as rsvg-convert and pdftoppm draw them at DPI."""
import json
import os
import re
import struct
import subprocess
import sys

DOTS = [(118.05, 26.02), (118.55, 26.02)]
MOST = 0.005


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout


def write_style():
    colours = ["#ff0000", "#0000ff"]
    layers = [
        {"id": f"dot{i}", "type": "circle", "source": f"s{i}", "paint": {"circle-color": colours[i], "circle-radius": 4}}
        for i in (0, 1)
    ]
    sources = {
        f"s{i}": {"type": "geojson", "data": {"type": "Point", "coordinates": DOTS[i]}} for i in (0, 1)
    }
    layout = {"extent": [118, 25.8, 118.6, 26.2], "scale-bar": {"anchor": "bottom-left"}, "north-arrow": {"anchor": "top-right"}}
    with open("agree.json", "w", encoding="utf-8") as file:
        json.dump({"version": 8, "metadata": {"mintu:layout": layout}, "sources": sources, "layers": layers}, file)


def pixels(path):
    run("gdal_translate", "-q", "-of", "PNM", "-ot", "Byte", "-b", "1", "-b", "2", "-b", "3", path, "agree.ppm")
    with open("agree.ppm", "rb") as file:
        data = file.read()
    head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", data)
    return int(head[1]), int(head[2]), data[head.end() :]


def centre(image, colour):
    width, _, data = image
    found, at = [], data.find(colour)
    while at >= 0:
        if at % 3 == 0:
            found.append((at // 3 % width, at // 3 // width))
        at = data.find(colour, at + 1)
    return [sum(axis) / len(found) for axis in zip(*found)]


def bar(image, px):
    """Length of the bar in pixels, px: pixels in 1/96 inch. A row of it is dark, light, dark in equal parts, then light up to its
    edge; the ends by how dark they are, less half the width of the line around it at each."""
    width, height, data = image
    green = data[1::3]
    dark = bytes(1 if value < 90 else 0 for value in range(256))
    best = (0, 0, 0)
    for y in range(height // 2, height):
        row = green[y * width : (y + 1) * width].translate(dark)
        for one in re.finditer(rb"(\x01{8,})(\x00{8,})(?=(\x01{8,}))", row):
            parts = [len(part) for part in one.groups()]
            if max(parts) - min(parts) <= 0.6 * px + 3 and sum(parts) > best[0]:
                best = (sum(parts), one.start(), y)
    third, start, y = best
    stop = start + third * 4 // 3 + round(3 * px)
    ink = [(255 - green[y * width + x]) / (255 - 33) for x in range(start - 3, stop)]
    solid = [i for i, value in enumerate(ink) if value > 0.05]
    return solid[-1] - solid[0] - 1 + min(ink[solid[0]], 1) + min(ink[solid[-1]], 1) - 0.6 * px


def per_metre(form, dpi):
    if form != "png":
        return dpi / 0.0254
    with open("agree.png", "rb") as file:
        data = file.read()
    x, y, unit = struct.unpack(">IIB", data[data.index(b"pHYs") + 4 :][:9])
    assert x == y and unit == 1
    return x


def main():
    form, size, dpi = sys.argv[1], sys.argv[2], float(sys.argv[3])
    asked = sys.argv[4:]
    options = ["--size", size, "--dpi", str(dpi), "--lang", "en"] + (["--scale", asked[0]] if asked else [])
    write_style()
    run(os.environ["MINTU"], "render", "agree.json", "-o", "agree." + form, *options)
    run(os.environ["MINTU"], "render", "agree.json", "-o", "words.pdf", *options)
    text = run("pdftotext", "-layout", "words.pdf", "-")
    ratio = float(re.search(r"1:([\d,]+)", text)[1].replace(",", ""))
    if asked and ratio != float(asked[0].removeprefix("1:")):
        print(f"asked for {asked[0]}, printed 1:{ratio:.0f}")
        return 1
    number, unit = re.search(r"\b0\s+[\d.]+\s+([\d.]+) (km|m)\b", text).groups()
    metres = float(number) * (1000 if unit == "km" else 1)
    path = "agree.png"
    if form == "svg":
        run("rsvg-convert", "-d", str(dpi), "-p", str(dpi), "agree.svg", "-o", path)
    elif form == "pdf":
        run("pdftoppm", "-r", str(dpi), "-png", "-singlefile", "agree.pdf", "agree")
    image, density = pixels(path), per_metre(form, dpi)
    a, b = centre(image, b"\xff\x00\x00"), centre(image, b"\x00\x00\xff")
    line = " ".join(f"{lat} {lon}" for lon, lat in DOTS)
    true = float(run("GeodSolve", "-i", input=line + "\n").split()[2])
    by_dots = true / (((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 / density)
    by_bar = metres / (bar(image, dpi / 96) / density)
    errors = [by_dots / ratio - 1, by_bar / ratio - 1, by_bar / by_dots - 1]
    print(f"printed 1:{ratio:.0f}, dots 1:{by_dots:.0f}, bar 1:{by_bar:.0f}; " + " ".join(f"{100 * e:+.3f}" for e in errors) + " %")
    return 0 if max(map(abs, errors)) <= MOST else 1


sys.exit(main())
