#!/usr/bin/env python3
"""Three counties changed, and what a merge made of them, measured by GEOS alone: merge_three.py make COUNTIES.geojson, merge_three.py check
OLD.geojson NEW.geojson. The borders of two inland counties and a coastal one are moved to and fro by up to 200 m, alike for what they
share; the coastal one loses a piece at the sea too."""
import ctypes
import ctypes.util
import json
import math
import sqlite3
import sys

CODES = ["350524", "350525", "350921"]
COAST = "350921"

geos = ctypes.CDLL(ctypes.util.find_library("geos_c"))
for name in ("GEOSGeomFromWKB_buf", "GEOSIntersection", "GEOSDifference", "GEOSUnaryUnion", "GEOSGetGeometryN", "GEOSGetInteriorRingN",
             "GEOSGeom_createCollection", "GEOSGeom_clone", "GEOSEnvelope"):
    getattr(geos, name).restype = ctypes.c_void_p
geos.GEOSArea.argtypes = [ctypes.c_void_p, ctypes.POINTER(ctypes.c_double)]
geos.GEOSisValid.argtypes = geos.GEOSGetNumGeometries.argtypes = geos.GEOSGetNumInteriorRings.argtypes = [ctypes.c_void_p]
geos.initGEOS(None, None)


def read(path):
    """Code to GEOS geometry and the bytes of a GeoPackage's features."""
    found = {}
    rows = sqlite3.connect(f"file:{path}?mode=ro", uri=True).execute("SELECT code, geom FROM counties")
    for code, blob in rows:
        start = 8 + {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[blob[3] >> 1 & 7]
        found[code] = (blob, geos.GEOSGeomFromWKB_buf(blob[start:], ctypes.c_size_t(len(blob) - start)))
        assert found[code][1], code
    return found


def square_metres(geometry):
    area = ctypes.c_double()
    assert geometry and geos.GEOSArea(geometry, area) == 1
    return area.value * math.cos(26 * math.pi / 180) * 111200 ** 2


def both(function, a, b):
    return square_metres(getattr(geos, function)(ctypes.c_void_p(a), ctypes.c_void_p(b)))


def union(geometries):
    copies = (ctypes.c_void_p * len(geometries))(*[geos.GEOSGeom_clone(ctypes.c_void_p(g)) for g in geometries])
    return geos.GEOSUnaryUnion(ctypes.c_void_p(geos.GEOSGeom_createCollection(7, copies, len(geometries))))


def holes(geometry):
    return sum(geos.GEOSGetNumInteriorRings(geos.GEOSGetGeometryN(ctypes.c_void_p(geometry), i))
               for i in range(geos.GEOSGetNumGeometries(geometry)))


def moved(parts):
    return [[[(x + 0.0014 * math.sin(90 * y), y + 0.0014 * math.sin(70 * x)) for x, y in ring] for ring in part] for part in parts]


def make(path):
    features = []
    for feature in json.load(open(path))["features"]:
        code, shape = feature["properties"]["code"], feature["geometry"]
        if code not in CODES:
            continue
        parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        parts = moved(parts)
        if code == COAST:  # the easternmost corner of the mainland is lost to the sea
            largest = max(parts, key=lambda part: len(part[0]))
            east = max(x for x, _ in largest[0])
            largest[0] = [(min(x, east - 0.01), y) for x, y in largest[0]]
        features.append({"type": "Feature", "properties": {"code": code, "name": feature["properties"]["name"]},
                         "geometry": {"type": "MultiPolygon", "coordinates": parts}})
    json.dump({"type": "FeatureCollection", "features": features}, sys.stdout)


def check(old_path, new_path):
    old, new = read(old_path), read(new_path)
    assert list(old) == list(new), "other units"
    touched = [code for code in new if new[code][0] != old[code][0]]
    assert set(CODES) <= set(touched) and len(touched) < 30, touched
    assert all(geos.GEOSisValid(new[code][1]) == 1 for code in touched), "not valid"
    pairs = {(a, b): both("GEOSIntersection", new[a][1], new[b][1]) for a in touched for b in new if a < b or b not in touched}
    was, now = (union([unit[1] for unit in units.values()]) for units in (old, new))
    lost = geos.GEOSDifference(ctypes.c_void_p(was), ctypes.c_void_p(now))
    gap = both("GEOSDifference", lost, old[COAST][1])
    print(f"touched {len(touched)}; overlap {sum(pairs.values()):.3f} m2; gap inland {gap:.3f} m2; holes {holes(was)} to {holes(now)}; "
          f"lost at the coast {square_metres(lost) / 1e6:.3f} km2", [pair for pair in pairs if pairs[pair] > 1])
    assert sum(pairs.values()) < 1 and gap < 1 and holes(now) <= holes(was)
    print("fits")


if __name__ == "__main__":
    {"make": make, "check": check}[sys.argv[1]](*sys.argv[2:])
