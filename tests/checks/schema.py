#!/usr/bin/env python3
"""Every style validates; the schema knows the keys that the readers know; and both judge the same about small documents."""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed", file=sys.stderr)
    sys.exit(77)

GOOD, BAD = True, False
LAYOUTS = [
    (GOOD, {"page": {"size": "A6", "orientation": "landscape", "margin": 0}}),
    (GOOD, {"page": {"size": "210x297.5mm"}}),
    (BAD, {"page": {"size": "A7"}}),
    (BAD, {"page": {"size": "210 x 297"}}),
    (BAD, {"page": {"margin": 201}}),
    (BAD, {"page": {"orientation": "across"}}),
    (BAD, {"page": {"width": 1}}),
    (GOOD, {"extent": [115, 23, 121, 29], "scale": 1000000, "crs": "EPSG:4509"}),
    (BAD, {"extent": [115, 23, 121]}),
    (BAD, {"extent": [115, 23, 121, 91]}),
    (BAD, {"scale": 0.5}),
    (BAD, {"scale": "1:1000"}),
    (GOOD, {"title": "t", "subtitle": {"zh": "z"}, "source": {"en": "e"}, "place": {"zh": "z", "en": "e"}, "review": "r"}),
    (BAD, {"title": {}}),
    (BAD, {"title": {"fr": "f"}}),
    (BAD, {"title": 1}),
    (GOOD, {"notes": ["a", {"en": "b"}]}),
    (BAD, {"notes": "a"}),
    (BAD, {"notes": [1]}),
    (GOOD, {"legend": {"anchor": "none", "prefer": "top-left", "title": "t"}}),
    (BAD, {"legend": {"prefer": "none"}}),
    (BAD, {"legend": {"anchor": "middle"}}),
    (GOOD, {"scale-bar": {"anchor": "bottom-left"}, "north-arrow": {"anchor": "top-right"}}),
    (BAD, {"scale-bar": {"title": "t"}}),
    (BAD, {"north-arrow": "top-left"}),
    (GOOD, {"inset": {"anchor": "top-left", "source": "s"}}),
    (GOOD, {"inset": {"anchor": "top-left"}}),
    (BAD, {"inset": {"source": 1}}),
    (GOOD, {"graticule": True, "imprint": False}),
    (BAD, {"graticule": "yes"}),
    (BAD, {"imprint": 0}),
    (BAD, {"colour": "red"}),
    (BAD, []),
]
LAYERS = [
    (GOOD, {"mintu:legend": {"label": "l"}, "mintu:required": True, "other:key": 1}),
    (GOOD, {"mintu:legend": {"label": {"en": "l"}, "entries": [{"label": "a", "properties": {"k": 1}}, {"label": "b"}]}}),
    (GOOD, {"mintu:automatic-places": True, "mintu:one-per-feature": False}),
    (BAD, {"mintu:automatic-places": "yes"}),
    (BAD, {"mintu:one-per-feature": 1}),
    (BAD, {"mintu:legend": {}}),
    (BAD, {"mintu:legend": "l"}),
    (BAD, {"mintu:legend": {"entries": []}}),
    (BAD, {"mintu:legend": {"entries": [{"properties": {}}]}}),
    (BAD, {"mintu:legend": {"entries": [{"label": "a", "properties": 1}]}}),
    (BAD, {"mintu:legend": {"label": "l", "title": "t"}}),
    (GOOD, {"mintu:legend": {"label": "l", "derive": False, "labels": {"a": "b", "<1": {"en": "c"}}, "entry": "{class}"}}),
    (GOOD, {"mintu:legend": {"label": "l", "unit": {"zh": "u"}, "format": {"decimals": 2, "thousands": False}, "no-data": "n"}}),
    (GOOD, {"mintu:legend": {"label": "l", "order": "rising", "bounds": "data", "empty": "keep", "other": {"en": "o"}}}),
    (BAD, {"mintu:legend": {"derive": 1}}),
    (BAD, {"mintu:legend": {"derive": []}}),
    (BAD, {"mintu:legend": {"derive": False, "entries": [{"label": "a"}]}}),
    (BAD, {"mintu:legend": {"label": "l", "labels": {"a": 1}}}),
    (BAD, {"mintu:legend": {"label": "l", "format": {"decimals": 10}}}),
    (BAD, {"mintu:legend": {"label": "l", "format": {"digits": 1}}}),
    (BAD, {"mintu:legend": {"label": "l", "order": "up"}}),
    (BAD, {"mintu:legend": {"label": "l", "bounds": "page"}}),
    (BAD, {"mintu:legend": {"label": "l", "empty": True}}),
    (BAD, {"mintu:legend": {"label": "l", "unit": 1}}),
    (BAD, {"mintu:required": 1}),
    (BAD, {"mintu:layout": {}}),
]


def document(layout=None, layer=None):
    metadata = {} if layout is None else {"mintu:layout": layout}
    background = {"id": "a", "type": "background"} | ({} if layer is None else {"metadata": layer})
    return {"version": 8, "metadata": metadata, "sources": {}, "layers": [background]}


def accepted(program, style):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(style, file)
        file.flush()
        return subprocess.run([program, "style", "check", file.name], capture_output=True).returncode == 0


def schema_keys(node):
    """Names of members: keys below "properties", which is itself a member's name once."""
    if isinstance(node, dict):
        for key, value in node.items():
            named = key in ("properties", "$defs")
            if key == "properties":
                yield from value
            for part in value.values() if named else [value]:
                yield from schema_keys(part)
    elif isinstance(node, list):
        for part in node:
            yield from schema_keys(part)


def reader_keys(source):
    for name in glob.glob(os.path.join(source, "src/style/layout*.c")) + glob.glob(os.path.join(source, "src/style/legend*.c")):
        with open(name, encoding="utf-8") as file:
            for members in re.findall(r"mintu_object_member members\[\] = \{(.*?)\};", file.read(), re.S):
                yield from re.findall(r'\{(?:\.key = )?"([^"]+)"', members)


def main():
    source, program = os.environ["MINTU_SOURCE"], os.environ["MINTU"]
    with open(os.path.join(source, "styles/mintu-layout.schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    bad = []
    styles = [name for folder in ("styles", "tests/scene") for name in glob.glob(os.path.join(source, folder, "*.json"))]
    for name in styles:
        if not name.endswith(".schema.json"):
            with open(name, encoding="utf-8") as file:
                bad += [f"{name}: {e.json_path}: {e.message}" for e in validator.iter_errors(json.load(file))]
    own = {"mintu:layout", "mintu:files", "mintu:legend", "mintu:required", "mintu:automatic-places", "mintu:one-per-feature"}
    known = set(schema_keys(schema)) - {"metadata", "layers", "zh", "en"} - own
    read = set(reader_keys(source))
    bad += [f"the schema lacks the key {key}, which src/style reads" for key in sorted(read - known)]
    bad += [f"the schema has the key {key}, which src/style does not read" for key in sorted(known - read)]
    cases = [(good, document(layout=block)) for good, block in LAYOUTS] + [(good, document(layer=block)) for good, block in LAYERS]
    for good, style in cases:
        for judge, verdict in (("the schema", validator.is_valid(style)), ("style check", accepted(program, style))):
            if verdict != good:
                bad.append(f"{judge} {'accepts' if verdict else 'refuses'} {json.dumps(style)}")
    print("\n".join(bad))
    return 1 if bad else 0


sys.exit(main())
