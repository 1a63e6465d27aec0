#!/usr/bin/env python3
"""Small styles look as a browser draws them: parity.py [-v] [NAME...]

Each styles/NAME.json is drawn at the web's scale and compared with styles/NAME.png, which refresh.sh had MapLibre GL JS draw: 256 x 256
pixels, centre 0,0, zoom 8. A picture is the same when under 0.3 % of its pixels differ beyond antialiasing; with symbols,
whose glyphs are not the web's, when the boxes round what is drawn are within 4 pixels, their centroids within 2, about as much is inked,
under 0.05 % of the pixels have a colour that the other has nowhere within 5 pixels, and the mean colours are near; with patterns, which
begin elsewhere, when the tones round under 2 % of the pixels differ. What differs stands in
differences.csv: on purpose, with its reason, or "open", which is a fault still to mend. A line there whose style looks the same is an
error as well.
"""
import concurrent.futures
import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
COMPARE = os.environ["MINTU_WEB_COMPARE"]
DRAW = os.environ["MINTU_WEB_DRAW"]
PIXEL = 25.4 / 96  # millimetres
SIZE, MARGIN = 256, 10
# A pixel of the web's zoom 8 at the equator, in metres, against one of 1/96 inch.
SCALE = 2 * 3.141592653589793 * 6378137 / (512 * 2**8) / (PIXEL / 1000)
SHARE, BOX, CENTROID, INK, STRAY, COLOUR, TONE = 0.003, 4, 2, (0.6, 1.7), 0.0005, 40, 0.02


def layout():
    none = {"anchor": "none"}
    side = (SIZE + 2 * MARGIN) * PIXEL
    below = 4 * PIXEL  # what a page keeps free under the frame
    return {
        "page": {"size": f"{side:.4f}x{side + below:.4f}mm", "margin": MARGIN * PIXEL},
        "extent": [-1e-6, -1e-6, 1e-6, 1e-6],
        "scale": SCALE,
        "crs": "EPSG:3857",
        "legend": none,
        "scale-bar": none,
        "north-arrow": none,
        "imprint": False,
    }


def prepare(path, folder):
    style = json.loads(path.read_text())
    own = style.setdefault("metadata", {}).setdefault("mintu:layout", {})
    for key, value in layout().items():
        own.setdefault(key, value)
    drawn = folder / path.name
    drawn.write_text(json.dumps(style, ensure_ascii=False))
    return style, drawn


def draw(paths):
    """Draws prepared styles beside themselves; what could not be drawn, by file."""
    run = subprocess.run([DRAW, *paths], capture_output=True, text=True)
    return dict(line.split(": ", 1) for line in run.stderr.splitlines() if ": " in line)


def compare(prepared, refused, web):
    style, drawn = prepared
    out = drawn.with_suffix(".png")
    if not out.exists():
        return False, f"not drawn: {refused.get(str(drawn), '')}"
    return same(style, out, web, MARGIN)


def same(style, picture, web, margin=0):
    words = subprocess.run([COMPARE, picture, web, str(margin), str(margin)], capture_output=True, text=True, check=True).stdout.split()
    share, box, centroid, ink, stray, colour, tone = map(float, words)
    text = f"{100 * share:.2f} %, box {box:.0f}, centroid {centroid:.1f}, ink {ink:.2f}, stray {100 * stray:.2f} %, "
    text += f"colour {colour:.0f}, tone {100 * tone:.2f} %"
    types = {layer["type"] for layer in style["layers"]}
    patterns = any("-pattern" in name for layer in style["layers"] for name in layer.get("paint", {}))
    near = box <= BOX and centroid <= CENTROID and INK[0] < ink < INK[1] and colour <= COLOUR
    if "symbol" in types:  # a short label is no large share of a picture
        return stray <= STRAY and (share < SHARE or near), text
    return share < SHARE or (patterns and tone < TONE), text


def main():
    verbose = "-v" in sys.argv[1:]
    names = [word for word in sys.argv[1:] if word != "-v"]
    styles = pathlib.Path(os.environ.get("MINTU_WEB_STYLES", HERE / "styles"))
    with open(HERE / "differences.csv", newline="", encoding="utf-8") as file:
        reasons = {row["style"]: row["reason"] for row in csv.DictReader(file)}
    open_faults = sum(reason == "open" for reason in reasons.values())
    paths = [path for path in sorted(styles.glob("*.json")) if not names or path.stem in names]
    bad = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(os.environ.get("MINTU_WEB_KEEP", temporary))
        for beside in ("icons", "pixels"):  # copied, since a style reads nothing that a link leads to out of its folder
            if (styles / beside).is_dir():
                shutil.copytree(styles / beside, folder / beside, dirs_exist_ok=True)
        prepared = [prepare(path, folder) for path in paths]
        parts = os.cpu_count() or 1
        refused = {}
        with concurrent.futures.ThreadPoolExecutor(parts) as pool:
            for part in pool.map(draw, [[drawn for _, drawn in prepared[i::parts]] for i in range(parts)]):
                refused.update(part)
            results = list(pool.map(lambda style, path: compare(style, refused, web_picture(path)), prepared, paths))
    for path, (same, text) in zip(paths, results):
        wrong = same == (path.stem in reasons)
        bad += wrong
        if wrong or verbose:
            told = "looks the same: take it out of differences.csv" if same and wrong else text
            print(f"{'BAD ' if wrong else 'good'} {path.stem}: {told}")
    print(f"{len(paths)} styles, {bad} not as they should be, {len(reasons) - open_faults} different on purpose, {open_faults} open")
    return 1 if bad or not paths else 0


def web_picture(path):
    own = path.with_suffix(".png")
    return own if own.exists() else path.with_suffix(".web.png")


if __name__ == "__main__":
    sys.exit(main())
