"""Point-in-county join of random points with GeoPandas: python3 reverse.py COUNTIES.gpkg [POINTS]. Prints million points per second."""
import sys
import time

import geopandas
import numpy

count = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
counties = geopandas.read_file(sys.argv[1])
west, south, east, north = counties.total_bounds
random = numpy.random.default_rng(1)
points = geopandas.GeoDataFrame(
    geometry=geopandas.points_from_xy(random.uniform(west, east, count), random.uniform(south, north, count)), crs=4326
)
start = time.perf_counter()
geopandas.sjoin(points, counties[["geometry"]], predicate="within")
print(f"{count / (time.perf_counter() - start) / 1e6:.4f}")
