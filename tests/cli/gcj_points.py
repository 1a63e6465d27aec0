#!/usr/bin/env python3
"""The points of forty towns of the data package in GCJ-02, as CSV on standard output: gcj_points.py"""
import csv
import math
import os
import sys


def gcj02(lon, lat):
    x, y, a, ee = lon - 105, lat - 35, 6378245.0, 0.00669342162296594323

    def s(t):
        return math.sin(t * math.pi)

    common = (20 * s(6 * x) + 20 * s(2 * x)) * 2 / 3
    dy = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x)) + common + (20 * s(y) + 40 * s(y / 3)) * 2 / 3 + (160 * s(y / 12) + 320 * s(y / 30)) * 2 / 3
    dx = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x)) + common + (20 * s(x) + 40 * s(x / 3)) * 2 / 3 + (150 * s(x / 12) + 300 * s(x / 30)) * 2 / 3
    magic = 1 - ee * math.sin(lat / 180 * math.pi) ** 2
    dy = dy * 180 / (a * (1 - ee) / (magic * math.sqrt(magic)) * math.pi)
    dx = dx * 180 / (a / math.sqrt(magic) * math.cos(lat / 180 * math.pi) * math.pi)
    return lon + dx, lat + dy


out = csv.writer(sys.stdout)
out.writerow(["代码", "经度", "纬度"])
rows = [r for r in csv.DictReader(open(os.environ["MINTU_DATA"] + "/places.csv")) if r["level"] == "township" and r["precision"] == "town"]
for r in rows[:40]:
    out.writerow([r["code"], *("%.7f" % v for v in gcj02(float(r["lon"]), float(r["lat"])))])
