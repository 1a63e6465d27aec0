"""County polygons as an aid in deciding which GeoNames row is which unit.

They are AMap's, in GCJ-02; they are read here and never written anywhere.
"""
import glob
import json
import math
import os

from common import local_metres

TODAY = {'350402': '350404', '350403': '350404', '350427': '350405',
         '350182': '350112', '350681': '350604', '350625': '350605'}
AXIS, ECCENTRICITY2 = 6378245.0, 0.00669342162296594323


def _shift(lon, lat):
    """The offset of GCJ-02 from WGS 84 at a place, in degrees."""
    x, y = lon - 105.0, lat - 35.0
    pi, sin = math.pi, math.sin
    wave = (20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)) * 2 / 3
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x)) + wave
    north += (20 * sin(y * pi) + 40 * sin(y / 3 * pi)) * 2 / 3
    north += (160 * sin(y / 12 * pi) + 320 * sin(y * pi / 30)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x)) + wave
    east += (20 * sin(x * pi) + 40 * sin(x / 3 * pi)) * 2 / 3
    east += (150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi)) * 2 / 3
    phi = math.radians(lat)
    magic = 1 - ECCENTRICITY2 * math.sin(phi) ** 2
    root = math.sqrt(magic)
    north = north * 180 / (AXIS * (1 - ECCENTRICITY2) / (magic * root) * pi)
    east = east * 180 / (AXIS / root * math.cos(phi) * pi)
    return east, north


def to_wgs84(lon, lat):
    """Inverse by one correction: good to a metre or so, and 100 m are enough here."""
    east, north = _shift(lon, lat)
    east, north = _shift(lon - east, lat - north)
    return lon - east, lat - north


def _rings(geometry):
    parts = geometry['coordinates']
    if geometry['type'] == 'Polygon':
        parts = [parts]
    return [[to_wgs84(*p[:2]) for p in ring] for part in parts for ring in part]


def box(rings):
    """West, south, east and north."""
    xs, ys = [x for ring in rings for x, _ in ring], [y for ring in rings for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def beside(lon, lat, bounds, margin):
    """Whether a point is in a box widened by a margin in degrees."""
    west, south, east, north = bounds
    return west - margin <= lon <= east + margin and south - margin <= lat <= north + margin


def read(folder):
    """Rings by today's county code."""
    counties = {}
    for path in sorted(glob.glob(os.path.join(folder, 'fu2_jian4_*.geojson'))):
        with open(path, encoding='utf-8') as f:
            for feature in json.load(f)['features']:
                code = feature['id']
                counties.setdefault(TODAY.get(code, code), []).extend(_rings(feature['geometry']))
    return counties


def inside(lon, lat, rings):
    odd = False
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
            if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1):
                odd = not odd
    return odd


def _to_segment(x1, y1, x2, y2):
    """Distance of the origin from a segment."""
    dx, dy = x2 - x1, y2 - y1
    length = dx * dx + dy * dy
    t = 0 if length == 0 else max(0, min(1, -(x1 * dx + y1 * dy) / length))
    return math.hypot(x1 + t * dx, y1 + t * dy)


def distance_km(lon, lat, rings):
    """0 inside, else the distance from the nearest edge."""
    if inside(lon, lat, rings):
        return 0.0
    best = math.inf
    for ring in rings:
        local = [local_metres(x, y, lon, lat) for x, y in ring]
        for (x1, y1), (x2, y2) in zip(local, local[1:] + local[:1]):
            best = min(best, _to_segment(x1, y1, x2, y2))
    return best / 1000
