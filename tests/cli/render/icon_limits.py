"""Writes icons that ask too much, and a style for each, into the current folder; with "many" one that asks too often, with
"files" one that asks for too many."""
import json
import os
import sys

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" width="24" height="24">\n'


def write(name, content, places=1, doctype=""):
    os.makedirs("icons", exist_ok=True)
    with open(f"icons/{name}.svg", "w", encoding="utf-8") as file:
        file.write(doctype + HEAD + content + "</svg>")
    points = [[117 + i % 100 / 1000, 25 + i / 100000] for i in range(places)]
    style = {"version": 8, "metadata": {"mintu:layout": {"page": {"size": "A6"}, "extent": [116, 24, 119, 27]}},
             "sources": {"t": {"type": "geojson", "data": {"type": "MultiPoint", "coordinates": points} if places == 1 else {
                 "type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry": {
                     "type": "Point", "coordinates": at}} for at in points]}}},
             "layers": [{"id": "t", "type": "symbol", "source": "t", "layout": {"icon-image": f"icons/{name}.svg",
                                                                               "icon-allow-overlap": True}}]}
    if places == 1:
        style["sources"]["t"]["data"] = {"type": "Point", "coordinates": points[0]}
    with open(name + ".json", "w", encoding="utf-8") as file:
        json.dump(style, file)


def levels(outer, inner):
    """Ten levels of ten."""
    return "".join(outer % (i, inner % (i + 1) * 10) for i in range(10)) + '<rect id="l10" width="9" height="9"/>' + inner % 0


def filtered(steps):
    return f'<filter id="f">{steps}</filter><rect width="24" height="24" filter="url(#f)"/>'


if sys.argv[1:] == ["many"]:
    write("many", "<rect/>" * 1000, 10000)
    sys.exit()
if sys.argv[1:] == ["files"]:
    for i in range(257):
        write(str(i), "<rect/>")
    write("files", "", 257)
    with open("files.json", encoding="utf-8") as file:
        style = json.load(file)
    for i, feature in enumerate(style["sources"]["t"]["data"]["features"]):
        feature["properties"]["icon"] = f"icons/{i}.svg"
    style["layers"][0]["layout"]["icon-image"] = ["get", "icon"]
    with open("files.json", "w", encoding="utf-8") as file:
        json.dump(style, file)
    sys.exit()
write("octaves", filtered('<feTurbulence baseFrequency=".1" numOctaves="1000000000"/>'))
write("uses", levels('<g id="l%d">%s</g>', '<use x:href="#l%d"/>'))
write("markers", levels('<marker id="l%d">%s</marker>', '<path stroke="red" marker-mid="url(#l%d)" d="M0 0h1h1h1h1"/>'))
write("clips", levels('<clipPath id="l%d">%s</clipPath>', '<rect width="9" height="9" clip-path="url(#l%d)"/>'))
write("masks", levels('<mask id="l%d">%s</mask>', '<rect width="9" height="9" style="mask: url(#l%d)"/>'))
write("patterns", levels('<pattern id="l%d" width="1" height="1">%s</pattern>', '<rect width="9" height="9" fill="url(#l%d)"/>'))
write("filters", filtered('<feMorphology radius="10"/>' * 3000))
write("matrix", filtered(f'<feConvolveMatrix order="60" kernelMatrix="{"1 " * 3600}"/>'))
write("dashes", '<path stroke="red" stroke-dasharray="0.2" d="M0 0H1000000H0H1000000H0H1000000"/>')
write("joins", f'<path stroke="red" stroke-linejoin="round" stroke-width="1000000" d="M0 0{"L1 1L0 0" * 20000}"/>')
write("curves", f'<path d="M0 0{"C-1000000 0 1000000 9 24 0C1000000 0 -1000000 9 0 0" * 5000}"/>')
write("text", f'<text>{"福" * 100000}</text>')
write("picture", '<image width="9" height="9" href="data:image/png;base64,iVBORw0KGgo="/>')
write("deep", "<g>" * 200 + "</g>" * 200)
write("rules", "<style>* {filter: url(#f)}</style>" + filtered("<feOffset/>") + "<g/>" * 3000)
write("entities", "<text>&c;</text>", doctype='<!DOCTYPE svg [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;">]>\n')
