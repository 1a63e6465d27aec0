"""For each character that may stand in no text: writes a style whose texts all hold it, draws it as SVG, and those of a kind together in
the other formats, and reads what came of it. What is printed is wrong."""
import json
import subprocess
import sys
from xml.etree import ElementTree

KINDS = ["\ufffe\uffff\ufdd0\ufdef", "\U0001fffe\U0010ffff\U0010fffe", "\x01\x0b\x0c\x1b", "\x7f\x85\x9f"]


def style(characters):
    text = "".join(f"甲{character}乙" for character in characters)
    feature = {"type": "Feature", "properties": {"n": text}, "geometry": {"type": "Point", "coordinates": [117, 26]}}
    layout = {"page": {"size": "A6"}, "extent": [116, 25, 118, 27], "title": text, "subtitle": text, "source": text, "notes": [text], "place": text}
    layer = {"id": text, "type": "symbol", "source": "a", "layout": {"text-field": ["get", "n"]},
             "metadata": {"mintu:required": True, "mintu:legend": {"label": text}}}
    return {"version": 8, "name": text, "metadata": {"mintu:layout": layout},
            "sources": {"a": {"type": "geojson", "data": {"type": "FeatureCollection", "credit": text, "licence": text, "features": [feature]}}}, "layers": [layer]}


def draw(name, characters, ending):
    """What a text becomes, after it is drawn; of several characters in a text the first is told."""
    with open(f"{name}.json", "w", encoding="utf-8") as file:
        json.dump(style(characters), file)
    done = subprocess.run([sys.argv[1], "render", f"{name}.json", "--dpi", "72", "-o", f"{name}.{ending}", "--caption", "caption.txt", "--report", "report.json"],
                          capture_output=True, text=True, check=False)
    told = f"U+{ord(characters[0]):04X} may stand in no text" in done.stderr
    if done.returncode != 1 or not told or "glyph missing" in done.stderr:
        print(name, ending, done.returncode, done.stderr)
    json.load(open("report.json", encoding="utf-8"))
    with open("caption.txt", encoding="utf-8") as file:
        caption = file.read()
    clean = "甲\ufffd乙" * len(characters)
    if clean not in caption or any(character in caption for character in characters):
        print(name, ending, repr(caption))
    return clean


def main():
    for number, character in enumerate("".join(KINDS)):
        clean = draw(f"one{number}", character, "svg")
        texts = "".join(ElementTree.parse(f"one{number}.svg").getroot().itertext())
        if clean not in texts or character in texts:
            print(number, repr(texts))
    for number, characters in enumerate(KINDS):
        draw(f"kind{number}", characters, "png")
        clean = draw(f"kind{number}", characters, "pdf")
        about = subprocess.run(["pdfinfo", f"kind{number}.pdf"], capture_output=True, text=True, check=True).stdout
        drawn = subprocess.run(["pdftotext", f"kind{number}.pdf", "-"], capture_output=True, text=True, check=True).stdout
        if about.count(clean) < 2 or clean not in drawn:
            print(number, about, drawn)


main()
