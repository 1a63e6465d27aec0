"""Counts the labels on another program's map, points and counties, for labels.sh.

colours MAP.png MAP.gpkg   labels whose feature's own colour is on the picture (8 px at least)
letters MAP.svg SIZE SIZE  rows of letters, each SIZE px after the one before, of the two sizes"""
import re
import struct
import subprocess
import sys
import zlib
from collections import Counter


def pixels(path):
    """Of an 8-bit RGB or RGBA picture that is not interlaced."""
    data = open(path, "rb").read()
    width, height, depth, kind = struct.unpack(">IIBB", data[16:26])
    step = {2: 3, 6: 4}[kind]
    at, packed = 8, b""
    while at < len(data):
        size = struct.unpack(">I", data[at : at + 4])[0]
        packed += data[at + 8 : at + 8 + size] if data[at + 4 : at + 8] == b"IDAT" else b""
        at += size + 12
    raw, stride = zlib.decompress(packed), width * step
    before = bytearray(stride)
    for y in range(height):
        mode, row = raw[y * (stride + 1)], bytearray(raw[y * (stride + 1) + 1 : (y + 1) * (stride + 1)])
        for i in range(stride) if mode else ():
            left, up = row[i - step] if i >= step else 0, before[i]
            corner = before[i - step] if i >= step else 0
            if mode == 4:
                guess = min((left, up, corner), key=lambda v: abs(left + up - corner - v))
            else:
                guess = (0, left, up, (left + up) // 2)[mode]
            row[i] = (row[i] + guess) & 255
        before = row
        yield from zip(row[0::step], row[1::step], row[2::step])


def colours(picture, gpkg):
    seen = Counter(pixels(picture))
    for layer in ("towns", "counties"):
        rows = subprocess.run(["ogr2ogr", "-f", "CSV", "/vsistdout/", gpkg, layer], capture_output=True, text=True, check=True).stdout
        yield sum(seen[tuple(bytes.fromhex(colour))] >= 8 for colour in re.findall(r"#([0-9a-f]{6})", rows))


def letters(path, *sizes):
    count, last = Counter(), None
    for x, y in re.findall(r'<use xlink:href="#glyph[\d-]+" x="(.*?)" y="(.*?)"', open(path, encoding="utf-8").read()):
        x, y = float(x), float(y)
        if last and abs(y - last[1]) < 0.001 and (step := [s for s in sizes if abs(x - last[0] - float(s)) < 0.6]):
            count[step[0]] += new  # a label is counted at its second letter, which shows its size
            new = False
        else:
            new = True
        last = (x, y)
    return (count[size] for size in sizes)


print(*{"colours": colours, "letters": letters}[sys.argv[1]](*sys.argv[2:]))
