"""Writes the styles of hostile.case into the current folder."""
import json

POINT = {"type": "Feature", "properties": {"n": "镇", "v": 1}, "geometry": {"type": "Point", "coordinates": [117.5, 24.5]}}


def write(name, layers, data=None, layout=None, swap=("", "")):
    layout = {"page": {"size": "A6"}, "extent": [117, 24, 118, 25], **(layout or {})}
    source = {"type": "geojson", "data": data or {"type": "FeatureCollection", "features": [POINT]}}
    style = {"version": 8, "metadata": {"mintu:layout": layout}, "sources": {"s": source}, "layers": layers}
    with open(name + ".json", "w", encoding="utf-8") as file:
        file.write(json.dumps(style, ensure_ascii=False).replace(*swap))


def circle(radius):
    return [{"id": "a", "type": "circle", "source": "s", "paint": {"circle-radius": radius}}]


def text(field, halo=0):
    return [{"id": "a", "type": "symbol", "source": "s", "layout": {"text-field": field},
             "paint": {"text-halo-width": halo, "text-halo-color": "#fff"}}]


def line(width):
    return [{"id": "a", "type": "line", "source": "s", "paint": {"line-width": width, "line-dasharray": [0.001, 0.001]}}]


write("radius-negative", circle(-5))
write("radius-huge", circle(1e6))
write("radius-20000", circle(20000))
write("radius-zero", circle(0))
write("page-zero", circle(1), layout={"page": {"size": "0x0mm"}})
write("margin-huge", circle(1), layout={"page": {"size": "A6", "margin": 500}})
write("extent-zero", circle(1), layout={"extent": [117, 24, 117, 24]})
write("nan", circle("@"), swap=('"@"', "NaN"))
write("let-cycle", circle(["let", "a", ["var", "b"], "b", ["var", "a"], ["var", "a"]]))
write("deep-json", circle("@"), swap=('"@"', "[" * 10000 + "]" * 10000))
write("deep-style", circle("@"), swap=('"@"', '["+",1,' * 10000 + "1" + "]" * 10000))
write("deep-data", circle(1), "@", swap=('"@"', '{"type":"GeometryCollection","geometries":[' * 10000 + "]}" * 10000))
write("coordinates", circle(1), swap=("117.5, 24.5", "1e308, -1e308"))
write("dashes", line(0.001), {"type": "LineString", "coordinates": [[-179, -80], [179, 80]]})
world = [[[-170, -85], [170, -85], [170, 85], [-170, 85], [-170, -85]]]
write("across", [{"id": "f", "type": "fill", "source": "s"}, *line(20000)], {"type": "Polygon", "coordinates": world})
write("text-10000", text("长" * 10000))
write("halo-huge", text("镇", 20000))
write("empty", circle(5), {"type": "FeatureCollection", "features": []})
places = [{"type": "Feature", "properties": {"n": f"镇{i}"}, "geometry": {"type": "Point", "coordinates": [117.5 + i % 40 / 400, 24.5 + i / 20000]}}
          for i in range(600)]
many = [{"id": f"layer-{i}", "type": "background", "paint": {"background-opacity": 0}} for i in range(5000)]
named = {"id": "a", "type": "symbol", "source": "s", "layout": {"text-field": ["get", "n"]}, "metadata": {"mintu:required": True}}
write("crowd", [*many, named, {"id": "c", "type": "circle", "source": "s"}], {"type": "FeatureCollection", "features": places})
