#!/usr/bin/env python3
"""Makes the pictures and elevations of styles/pixels, from which the styles of raster and hillshade layers are drawn: a picture that a
source of type image names, and one ground as tiles for the web and as one file with a world file and a .prj for print."""
import math
import pathlib
import struct
import zlib

FOLDER = pathlib.Path(__file__).resolve().parent / "styles/pixels"
TILE, ZOOM = 256, 9  # of the finest tiles
WORLD = 2 * math.pi * 6378137
MERCATOR = (
    'PROJCS["WGS 84 / Pseudo-Mercator",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],'
    'UNIT["degree",0.0174532925199433]],PROJECTION["Mercator_1SP"],PARAMETER["central_meridian",0],PARAMETER["scale_factor",1],'
    'PARAMETER["false_easting",0],PARAMETER["false_northing",0],UNIT["metre",1],EXTENSION["PROJ4","+proj=merc +a=6378137 +b=6378137 '
    '+lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs"]]\n'
)


def png(path, rows, kind):
    """Rows of bytes; kind 2 is RGB, 6 RGBA."""
    width = len(rows[0]) // (4 if kind == 6 else 3)
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, len(rows), 8, kind, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows), 9)),
        (b"IEND", b""),
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + b"".join(struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks)
    )


def plan(x, y):
    return bytes((4 * x, 255 - 5 * y, 200 if (x // 8 + y // 8) % 2 else 40))


def veil(x, y):
    return bytes((30, 90 + 2 * x, 200, min(255, 6 * (x if x < 32 else y))))


def ground(x, y):
    """Whole metres at a texel of the finest zoom."""
    return round(1500 + 900 * math.sin(x / 17) * math.cos(y / 23) + 500 * math.sin((x + 2 * y) / 41))


def terrarium(metres):
    return bytes(((metres + 32768) // 256, (metres + 32768) % 256, 0))


def main():
    png(FOLDER / "plan.png", [b"".join(plan(x, y) for x in range(64)) for y in range(48)], 2)
    png(FOLDER / "veil.png", [b"".join(veil(x, y) for x in range(64)) for y in range(48)], 6)
    side = 2 * TILE
    metres = [[ground(x, y) for x in range(side)] for y in range(side)]
    png(FOLDER / "ground.png", [b"".join(map(terrarium, row)) for row in metres], 2)
    step = WORLD / TILE / 2**ZOOM
    first = -TILE * step + step / 2
    (FOLDER / "ground.pgw").write_text(f"{step:.12f}\n0\n0\n{-step:.12f}\n{first:.9f}\n{-first:.9f}\n")
    (FOLDER / "ground.prj").write_text(MERCATOR)
    for zoom, size in ((ZOOM, 1), (ZOOM - 2, 4)):
        for row in range(2):
            for column in range(2):
                rows = []
                for y in range(row * TILE, (row + 1) * TILE):
                    line = []
                    for x in range(column * TILE, (column + 1) * TILE):
                        # a coarser tile reaches farther than the file, in whose middle it lies
                        at = [(x - TILE) * size + TILE, (y - TILE) * size + TILE]
                        inside = all(0 <= edge <= side - size for edge in at)
                        texels = [metres[at[1] + i][at[0] + j] for i in range(size) for j in range(size)] if inside else [0]
                        line.append(terrarium(round(sum(texels) / len(texels))))
                    rows.append(b"".join(line))
                half = 2 ** (zoom - 1)
                png(FOLDER / f"ground/{zoom}/{half - 1 + column}/{half - 1 + row}.png", rows, 2)


if __name__ == "__main__":
    main()
