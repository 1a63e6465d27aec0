"""Writes small styles into the current folder: those that cairo would not come to an end with, and two that look alike and are good."""
import json
import random

random.seed(1)


def point():
    return [round(random.uniform(117, 119), 4), round(random.uniform(25, 27), 4)]


def write(name, kind, coordinates, layers, size="A4"):
    features = [{"type": "Feature", "properties": {}, "geometry": {"type": kind, "coordinates": c}} for c in coordinates]
    style = {"version": 8, "metadata": {"mintu:layout": {"page": {"size": size}, "extent": [116, 24, 120, 28]}}, "sources": {
        "s": {"type": "geojson", "data": {"type": "FeatureCollection", "features": features}}}, "layers": [
            dict({"id": f"l{i}"}, **({} if layer["type"] == "background" else {"source": "s"}), **layer) for i, layer in enumerate(layers)]}
    json.dump(style, open(name + ".json", "w"))


def line(width, **more):
    return {"type": "line", "layout": {"line-join": "round"}, "paint": dict({"line-width": width}, **more)}


ring = [point() for _ in range(60000)]
zigzag = [[117 + i % 2 * 2, 25 + i % 17 / 10] for i in range(30000)]
write("crossed", "Polygon", [[ring + ring[:1]]], [{"type": "fill", "paint": {"fill-color": "#036"}}])
write("wide", "LineString", [zigzag], [line(500)])
write("dashes", "LineString", [zigzag[:3000]], [line(0.3, **{"line-dasharray": [0.01, 0.01]})])
# What nobody sees counts like what is seen, and costs nothing before the limit; the dots of one layer are too many by themselves.
write("circles", "Point", [point() for _ in range(6000)], [{"type": "circle", "paint": {"circle-radius": 20000, "circle-opacity": 0}}])
write("dots", "Point", [point()], [{"type": "background", "paint": {"background-pattern": "mintu:dots-dense"}}], size="1500x1500mm")
short = [[p, [p[0] + 0.01, p[1] + 0.01], [p[0] + 0.02, p[1]]] for p in (point() for _ in range(20000))]
write("good-lines", "LineString", short, [line(3), line(1, **{"line-dasharray": [2, 1]})])
write("good-circles", "Point", [point() for _ in range(20000)], [{"type": "circle", "paint": {"circle-radius": 8}}])
