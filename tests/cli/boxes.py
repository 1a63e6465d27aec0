#!/usr/bin/env python3
"""Rectangles as GeoJSON on standard output: boxes.py NAME,WEST,SOUTH,EAST,NORTH..."""
import json
import sys

features = []
for word in sys.argv[1:]:
    name, *sides = word.split(",")
    west, south, east, north = map(float, sides)
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    features.append({"type": "Feature", "properties": {"name": name}, "geometry": {"type": "Polygon", "coordinates": [ring]}})
json.dump({"type": "FeatureCollection", "features": features}, sys.stdout, ensure_ascii=False)
