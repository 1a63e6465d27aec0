#!/usr/bin/env python3
"""Counties with fewer points, for what does not depend on how many there are: coarse.py IN.geojson OUT.geojson. Points go to a grid of 0.005
degrees, those of neighbours to the same ones, so that shared borders stay shared."""
import json
import sys

STEP = 0.005


def ring(points):
    found = []
    for point in points:
        moved = [round(round(value / STEP) * STEP, 6) for value in point]
        if found[-1:] != [moved]:
            found.append(moved)
    return found


with open(sys.argv[1], encoding="utf-8") as file:
    counties = json.load(file)
for feature in counties["features"]:
    shape = feature["geometry"]
    parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    coarse = [[moved for moved in map(ring, part) if len(moved) > 3] for part in parts]
    feature["geometry"] = {"type": "MultiPolygon", "coordinates": [part for part in coarse if part]}
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(counties, file)
