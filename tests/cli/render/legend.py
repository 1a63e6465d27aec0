"""Proves by sampling pixels that the legend's colours are the map's.

  legend.py scene              prints a style of made-up squares: step, match, case, interpolate, sizes, features without a value
  legend.py bundled STYLE ID EXPRESSION   prints a style with the one fill layer ID, and labels that say EXPRESSION
  legend.py compare PICTURE.png REPORT.json DPI

Each feature has an invisible label that says which line of the legend it should be in, written down here and not derived: the
report tells where the label stands, and where the swatch of that line. Of a ramp the text is a tick's, or =VALUE for a place
between two of them. Every line of a probed layer must be met by a feature. Prints what was compared; ends with 1 when a colour
differs."""
import itertools
import json
import math
import sys
import zlib

RAMP_GREY = 3  # of 255: a tick is as thick as a pixel, and the colour goes over within it


def bytes_added(one, other):
    """The sums of their bytes, without carries, all at once."""
    a, b, low = int.from_bytes(one, "big"), int.from_bytes(other, "big"), int.from_bytes(b"\x7f" * len(one), "big")
    return (((a & low) + (b & low)) ^ ((a ^ b) & (low + low // 127))).to_bytes(len(one), "big")


def png(path):
    """Rows of RGB bytes."""
    with open(path, "rb") as file:
        data = file.read()
    at, packed, width, channels = 8, b"", 0, 3
    while at < len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + size]
        if kind == b"IHDR":
            width, channels = int.from_bytes(body[:4], "big"), {2: 3, 6: 4}[body[9]]
            assert body[8] == 8 and body[12] == 0
        packed += body if kind == b"IDAT" else b""
        at += size + 12
    raw, stride, rows = zlib.decompress(packed), width * channels, []
    before = bytes(stride)
    for start in range(0, len(raw), stride + 1):
        method, line = raw[start], bytearray(raw[start + 1 : start + 1 + stride])
        if method == 1:
            for channel in range(channels):
                line[channel::channels] = bytes(itertools.accumulate(line[channel::channels], lambda left, own: (left + own) & 255))
        elif method == 2:
            line = bytearray(bytes_added(line, before))
        for i in range(stride if method > 2 else 0):
            left = line[i - channels] if i >= channels else 0
            up, corner = before[i], before[i - channels] if i >= channels else 0
            guess = left + up - corner
            paeth = min((left, up, corner), key=lambda value: abs(guess - value))
            line[i] = (line[i] + (0, left, up, (left + up) // 2, paeth)[method]) & 255
        before = bytes(line)
        rows.append(before)
    return rows, channels


def squares(row, properties):
    """A row of squares in degrees; one dictionary of properties each."""
    features = []
    for i, values in enumerate(properties):
        x, y = 110 + i, 20 - row
        ring = [[x, y], [x + 0.8, y], [x + 0.8, y + 0.8], [x, y + 0.8], [x, y]]
        features.append({"type": "Feature", "properties": values, "geometry": {"type": "Polygon", "coordinates": [ring]}})
    return features


def layers(name, kind, paint, legend):
    return [
        {"id": name, "type": kind, "source": name, "paint": paint, "metadata": {"mintu:legend": legend}},
        probe(name, name, ["get", "line"]),
    ]


def probe(layer, source, text):
    layout = {"text-field": text, "text-size": 3, "text-allow-overlap": True, "text-font": ["Noto Sans CJK SC Regular"]}
    one = {"mintu:automatic-places": True, "mintu:one-per-feature": True}
    return {"id": "probe-" + layer, "type": "symbol", "source": source, "layout": layout, "paint": {"text-opacity": 0}, "metadata": one}


def scene():
    n, kind = ["get", "n"], ["get", "kind"]
    step = ["case", ["==", ["typeof", n], "number"], ["step", n, "#ffffd4", 100, "#fed98e", 200, "#fe9929", 400, "#cc4c02"], "#d9d9d9"]
    reals = ["step", ["/", ["get", "a"], ["literal", 10]], "#edf8fb", 1, "#b3cde3", 2.5, "#8856a7"]
    match = ["match", kind, ["a", "b"], "#1b9e77", "c", "#d95f02", "#7570b3"]
    case = ["case", ["!", ["has", "n"]], "#eeeeee", ["<", n, 5], "#a6611a", ["<=", n, 10], "#dfc27d", "#018571"]
    ramp = ["interpolate", ["linear"], n, 0, "#ffffff", 50, "#fdbb84", 100, "#b30000"]
    hcl = ["case", ["==", n, -1], "#123456", ["interpolate-hcl", ["exponential", 1.4], ["sqrt", n], 0, "#2166ac", 10, "#f4a582"]]
    rows = {
        "step": ("fill", {"fill-color": step}, {"label": "step", "unit": "mu"}, [
            ({"n": 0}, "0–99 mu"), ({"n": 99}, "0–99 mu"), ({"n": 100}, "100–199 mu"), ({"n": 399}, "200–399 mu"),
            ({"n": 400}, "400 mu and more"), ({"n": None}, "No data"), ({}, "No data")]),
        "reals": ("fill", {"fill-color": reals}, {"label": "reals", "order": "rising"}, [
            ({"a": 3.5}, "under 10"), ({"a": 10}, "10 to under 25"), ({"a": 24.9}, "10 to under 25"), ({"a": 25}, "25 and more")]),
        "match": ("fill", {"fill-color": match}, {"label": "match", "labels": {"a": "A or B", "kind=c": "C"}, "other": "Rest"}, [
            ({"kind": "a"}, "A or B"), ({"kind": "b"}, "A or B"), ({"kind": "c"}, "C"), ({"kind": "x"}, "Rest"), ({}, "No data")]),
        "case": ("fill", {"fill-color": case}, {"label": "case"}, [
            ({"n": 4}, "0–4"), ({"n": 5}, "5–10"), ({"n": 10}, "5–10"), ({"n": 11}, "11 and more"), ({}, "No data")]),
        "ramp": ("fill", {"fill-color": ramp}, {"label": "ramp"}, [
            ({"n": 0}, "0"), ({"n": 50}, "50"), ({"n": 100}, "100"), ({"n": 25}, "=25"), ({"n": 80}, "=80"), ({"n": 300}, "100")]),
        "hcl": ("fill", {"fill-color": hcl}, {"label": "hcl", "labels": {"-1": "minus"}}, [
            ({"n": 0}, "0"), ({"n": 100}, "100"), ({"n": 40}, "=40"), ({"n": -1}, "minus")]),
    }
    sources, drawn = {}, [{"id": "paper", "type": "background", "paint": {"background-color": "#f8f8f0"}}]
    for i, (name, (form, paint, legend, features)) in enumerate(rows.items()):
        properties = [values | {"line": line} for values, line in features]
        data = {"type": "FeatureCollection", "features": squares(i, properties)}
        sources[name] = {"type": "geojson", "data": data}
        drawn += layers(name, form, paint, legend)
    layout = {"page": {"size": "A5"}, "extent": [109.5, 13, 118.5, 21], "legend": {"anchor": "bottom-right"},
              "scale-bar": {"anchor": "none"}, "north-arrow": {"anchor": "none"}}
    return {"version": 8, "metadata": {"mintu:layout": layout}, "sources": sources, "layers": drawn}


def bundled(path, layer_id, expression):
    with open(path, encoding="utf-8") as file:
        style = json.load(file)
    layer = next(layer for layer in style["layers"] if layer["id"] == layer_id)
    style["sources"] = {layer["source"]: style["sources"][layer["source"]]}
    labels = probe(layer_id, layer["source"], json.loads(expression))
    style["layers"] = [layer, {**labels, "filter": layer["filter"]} if "filter" in layer else labels]
    style["metadata"]["mintu:layout"].pop("inset", None)
    return style


def colour(picture, dpi, x, y):
    rows, channels = picture
    column, row = int(x / 25.4 * dpi), int(y / 25.4 * dpi)
    return tuple(rows[row][column * channels : column * channels + 3])


def middle(box):
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def legend_places(report):
    """By layer and text: the place of the colour, how exact it is, and which line it belongs to; ramps by value too."""
    places, ramps = {}, {}
    for number, row in enumerate(report["legend"]):
        if row["form"] == "ramp":
            x = middle(row["swatch_mm"])[0]
            ramps[row["layer"]] = number, x, [(tick["value"], tick["y_mm"]) for tick in row["ticks"]]
            for i, tick in enumerate(row["ticks"]):
                beyond = {0: 0.2, len(row["ticks"]) - 1: -0.2}.get(i, 0)  # where the colour of the end goes on
                places[row["layer"], tick["label"]] = (x, tick["y_mm"] + beyond), 0 if beyond else RAMP_GREY, number
        elif row["form"] == "line" and "swatch_mm" in row:
            places[row["layer"], row["label"]] = middle(row["swatch_mm"]), 0, number
    return places, ramps


def on_ramp(ramp, value, measure):
    """A ramp is straight in what it interpolates by, as a root."""
    number, x, ticks = ramp
    for (low, from_y), (high, to_y) in zip(ticks, ticks[1:]):
        if low <= value <= high:
            return (x, from_y + (measure(value) - measure(low)) / (measure(high) - measure(low)) * (to_y - from_y)), RAMP_GREY, number
    raise ValueError(value)


def compare(picture_path, report_path, dpi):
    picture = png(picture_path)
    with open(report_path, encoding="utf-8") as file:
        report = json.load(file)
    places, ramps = legend_places(report)
    bad, met, features = [], set(), 0
    for label in report["labels"]:
        probed, text = label["layer"].removeprefix("probe-"), label["text"]
        place = on_ramp(ramps[probed], float(text[1:]), math.sqrt if probed == "hcl" else float) if text.startswith("=") else places.get((probed, text))
        if not place:
            bad.append(f"{probed}: the legend has no line {text}")
            continue
        shown, swatch = colour(picture, dpi, *middle(label["box_mm"])), colour(picture, dpi, *place[0])
        met.add(place[2])
        features += 1
        if max(abs(a - b) for a, b in zip(shown, swatch)) > place[1]:
            bad.append(f"{probed}, {text}: the map has #{bytes(shown).hex()}, the legend #{bytes(swatch).hex()}")
    lines = {number for number, row in enumerate(report["legend"]) if row["form"] == "ramp" or "swatch_mm" in row}
    bad += [f"no feature for line {report['legend'][number]['label']}" for number in sorted(lines - met)]
    print("\n".join(bad + [f"{features} features, {len(met)} lines, {len(bad)} differ"]))
    return 1 if bad else 0


if __name__ == "__main__":
    if sys.argv[1] == "compare":
        sys.exit(compare(sys.argv[2], sys.argv[3], float(sys.argv[4])))
    json.dump(scene() if sys.argv[1] == "scene" else bundled(*sys.argv[2:5]), sys.stdout, ensure_ascii=False)
