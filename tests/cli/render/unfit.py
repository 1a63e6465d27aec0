"""For each character that may stand in no text: writes a style whose texts all hold it, draws it in every format, and
reads what came of it. What is printed is wrong."""
import json
import subprocess
import sys
from xml.etree import ElementTree

CHARACTERS = ["\ufffe", "\uffff", "\ufdd0", "\ufdef", "\U0001fffe", "\U0010ffff", "\U0010fffe", "\x01", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\x9f"]


def style(character):
    text = f"甲{character}乙"
    feature = {"type": "Feature", "properties": {"n": text}, "geometry": {"type": "Point", "coordinates": [117, 26]}}
    layout = {"page": {"size": "A6"}, "extent": [116, 25, 118, 27], "title": text, "subtitle": text, "source": text, "notes": [text], "place": text}
    layer = {"id": text, "type": "symbol", "source": "a", "layout": {"text-field": ["get", "n"]},
             "metadata": {"mintu:required": True, "mintu:legend": {"label": text}}}
    return {"version": 8, "name": text, "metadata": {"mintu:layout": layout},
            "sources": {"a": {"type": "geojson", "data": {"type": "FeatureCollection", "credit": text, "licence": text, "features": [feature]}}}, "layers": [layer]}


def main():
    for number, character in enumerate(CHARACTERS):
        with open(f"{number}.json", "w", encoding="utf-8") as file:
            json.dump(style(character), file)
        for ending in ("svg", "pdf", "png"):
            name = f"{number}.{ending}"
            done = subprocess.run([sys.argv[1], "render", f"{number}.json", "--dpi", "72", "-o", name, "--caption", "caption.txt", "--report", "report.json"],
                                  capture_output=True, text=True, check=False)
            told = f"U+{ord(character):04X} may stand in no text" in done.stderr
            if done.returncode != 1 or not told or "glyph missing" in done.stderr:
                print(name, done.returncode, done.stderr)
        texts = "".join(ElementTree.parse(f"{number}.svg").getroot().itertext())
        with open("caption.txt", encoding="utf-8") as file:
            caption = file.read()
        json.load(open("report.json", encoding="utf-8"))
        if "甲\ufffd乙" not in texts or character in texts or "甲\ufffd乙" not in caption or character in caption:
            print(number, repr(texts), repr(caption))
        about = subprocess.run(["pdfinfo", f"{number}.pdf"], capture_output=True, text=True, check=True).stdout
        drawn = subprocess.run(["pdftotext", f"{number}.pdf", "-"], capture_output=True, text=True, check=True).stdout
        if about.count("甲\ufffd乙") < 2 or "甲\ufffd乙" not in drawn:
            print(number, about, drawn)


main()
