"""Nearest line of points in a plane (EPSG:4509): python3 nearest.py lines.csv points.csv POINTS, both as bench_nearest writes them.
GeoPandas sjoin_nearest where Shapely is 2 or newer; Debian 12 has 1.8, with which GeoPandas refuses, and there Shapely's STRtree is
asked point by point. Prints the peer's name, points per second and the share of points that are given the same line."""
import sys
import time

import geopandas
import numpy
import pandas
import shapely

lines = pandas.read_csv(sys.argv[1])
points = pandas.read_csv(sys.argv[2], nrows=int(sys.argv[3]))
lines = geopandas.GeoDataFrame(lines[["row"]], geometry=geopandas.GeoSeries.from_wkt(lines.WKT), crs=4326).to_crs(4509)
spots = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy(points.lon, points.lat), crs=4326).to_crs(4509)
start = time.perf_counter()
if shapely.__version__ >= "2":
    name = "GeoPandas"
    joined = geopandas.sjoin_nearest(spots, lines, distance_col="metres")
    rows = joined[~joined.index.duplicated()].row.to_numpy()
else:
    from shapely.strtree import STRtree

    name = "Shapely"
    geometries = list(lines.geometry)
    tree = STRtree(geometries)
    found = [tree.nearest_item(spot) for spot in spots.geometry]
    metres = [spot.distance(geometries[row]) for spot, row in zip(spots.geometry, found)]
    rows = lines.row.to_numpy()[numpy.array(found)]
print(name, f"{len(points) / (time.perf_counter() - start):.0f} {(rows == points.row.to_numpy()).mean():.5f}")
