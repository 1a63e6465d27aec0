"""Small helpers shared by the rebuild steps: CSV in and out, distances."""
import csv
import hashlib
import math
import os

EARTH = 6371008.8


def read_csv(path):
    """Every row of a CSV file with a header, as dicts of strings."""
    with open(path, encoding='utf-8', newline='') as f:
        return list(csv.DictReader(f))


def write_csv(path, fields, rows):
    """RFC 4180 quoting, LF line ends; written beside the target, then renamed."""
    temporary = path + '.new'
    with open(temporary, 'w', encoding='utf-8', newline='') as f:
        out = csv.DictWriter(f, fields, lineterminator='\n')
        out.writeheader()
        out.writerows(rows)
    os.replace(temporary, path)


def sha256(path):
    with open(path, 'rb') as f:
        return hashlib.sha256(f.read()).hexdigest()


def local_metres(lon, lat, lon0, lat0):
    """Offset of (lon, lat) from (lon0, lat0) in metres, east and north."""
    k = math.pi / 180 * EARTH
    return (lon - lon0) * k * math.cos(math.radians(lat0)), (lat - lat0) * k


def distance_km(lon1, lat1, lon2, lat2):
    """Great-circle distance (haversine)."""
    p, q = math.radians(lat1), math.radians(lat2)
    a = math.sin((q - p) / 2) ** 2
    a += math.cos(p) * math.cos(q) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(a)) / 1000
