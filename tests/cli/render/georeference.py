"""Holds a PDF map to the place that it claims: georeference.py MAP.pdf LON LAT. The dot #ff0000 that is drawn there lies, in the
picture that pdftoppm makes at GDAL's 150 dpi, within one pixel of where gdallocationinfo says."""
import re
import subprocess
import sys


def main():
    path, lon, lat = sys.argv[1:4]
    where = subprocess.run(["gdallocationinfo", "-wgs84", path, lon, lat], capture_output=True, text=True, check=True).stdout
    said = [int(value) + 0.5 for value in re.search(r"\((-?\d+)P,(-?\d+)L\)", where).groups()]
    data = subprocess.run(["pdftoppm", "-r", "150", path], capture_output=True, check=True).stdout
    head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", data)
    width, data, spots = int(head[1]), data[head.end() :], []
    at = data.find(b"\xff\x00\x00")
    while at >= 0:
        if at % 3 == 0:
            spots.append((at // 3 % width + 0.5, at // 3 // width + 0.5))
        at = data.find(b"\xff\x00\x00", at + 1)
    seen = [sum(axis) / len(spots) for axis in zip(*spots)]
    off = max(abs(a - b) for a, b in zip(said, seen))
    print(f"said {said}, seen {seen[0]:.2f} {seen[1]:.2f}: off by {off:.2f} pixels")
    return 0 if off <= 1 else 1


sys.exit(main())
