"""Holds an SVG map to its promises: svg.py MAP.svg STYLE.json WIDTHxHEIGHT. Prints what does not hold and ends with 1: ids are
unique and every reference finds one; width and height are millimetres and the view box counts 1/96 inch; a named group for each
visible layer of the style; title and description name the picture."""
import json
import re
import sys
import xml.etree.ElementTree as tree

SVG, INKSCAPE = "{http://www.w3.org/2000/svg}", "{http://www.inkscape.org/namespaces/inkscape}"


def main():
    path, style, size = sys.argv[1:4]
    root = tree.parse(path).getroot()
    wrong = []
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    wrong += [f"the id {one} is there twice" for one in set(ids) if ids.count(one) > 1]
    with open(path, encoding="utf-8") as file:
        text = file.read()
    wrong += [f"nothing has the id {one}" for one in set(re.findall(r'(?:url\(#|href="#)([^)"]+)', text)) - set(ids)]
    width, height = size.split("x")
    if (root.get("width"), root.get("height")) != (width + "mm", height + "mm"):
        wrong.append(f"the page is {root.get('width')} x {root.get('height')}")
    box = [float(value) for value in root.get("viewBox").split()]
    if abs(box[2] - float(width) * 96 / 25.4) > 0.001 or abs(box[3] - float(height) * 96 / 25.4) > 0.001:
        wrong.append(f"the view box is {box}")
    groups = {g.get("class"): g for g in root if g.tag == SVG + "g" and g.get(INKSCAPE + "groupmode") == "layer"}
    with open(style, encoding="utf-8") as file:
        layers = [
            layer["id"]
            for layer in json.load(file)["layers"]
            if layer.get("layout", {}).get("visibility") != "none" and "minzoom" not in layer and "maxzoom" not in layer
        ]
    for one in ["layer-" + layer for layer in layers] + ["legend", "scale-bar", "north-arrow", "frame", "title", "notes"]:
        if one not in groups:
            wrong.append(f"there is no group {one}")
        elif next(groups[one].iter(SVG + "path"), None) is None and next(groups[one].iter(SVG + "rect"), None) is None:
            wrong.append(f"the group {one} is empty")
    named = [root.find(SVG + "title"), root.find(SVG + "desc")]
    if None in named or root.get("role") != "img" or root.get("aria-labelledby").split() != [e.get("id") for e in named]:
        wrong.append("title and description do not name the picture")
    print("\n".join(wrong) if wrong else f"{len(groups)} groups, {len(ids)} ids")
    return 1 if wrong else 0


sys.exit(main())
