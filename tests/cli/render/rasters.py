"""Makes small pictures, and styles that draw them: rasters.py make writes them to the current folder, rasters.py style FILE [PAINT
[MORE]] prints a style with a raster layer, whose source has also the members MORE, rasters.py hillshade FILE [PAINT] one with a hillshade;
both lie on a page without anything else, on cyan. rasters.py differ A.png B.png says by how much two maps differ at the most."""
import json
import pathlib
import struct
import sys
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import legend  # noqa: E402

QUARTERS = {(0, 0): (200, 0, 0), (1, 0): (0, 160, 0), (0, 1): (0, 0, 220), (1, 1): (240, 240, 0)}
WORLD_FILE = "0.05\n0\n0\n-0.05\n117.025\n25.975\n"  # 20 pixels to a degree, from 117 E and 26 N


def png(path, width, rows, kind):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, len(rows), 8, kind, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows))
    pathlib.Path(path).write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b""))


def make():
    rows = [b"".join(bytes(QUARTERS[x // 10, y // 10]) for x in range(20)) for y in range(20)]
    png("quarters.png", 20, rows, 2)
    pathlib.Path("quarters.pgw").write_text(WORLD_FILE)
    png("nowhere.png", 20, rows, 2)
    metres = [[64 * max(0, 40 - abs(x - 20) - abs(y - 20)) for x in range(40)] for y in range(40)]
    png("ground.png", 40, [b"".join(bytes((128 + z // 256, z % 256, 0)) for z in row) for row in metres], 2)
    pathlib.Path("ground.pgw").write_text(WORLD_FILE.replace("0.05", "0.025").replace("025\n25.975", "0125\n25.9875"))
    lines = "\n".join(" ".join(map(str, row)) for row in metres)
    pathlib.Path("ground.asc").write_text(f"ncols 40\nnrows 40\nxllcorner 117\nyllcorner 25\ncellsize 0.025\nNODATA_value -9999\n{lines}\n")


def style(kind, layer, path, paint, more):
    layout = {"page": {"size": "50.8x50.8mm", "margin": 0}, "extent": [117.1, 25.1, 117.9, 25.9], "imprint": False}
    layout |= {piece: {"anchor": "none"} for piece in ("legend", "scale-bar", "north-arrow")}
    print(
        json.dumps(
            {
                "version": 8,
                "metadata": {"mintu:layout": layout},
                "sources": {"s": {"type": kind, "url": path} | more},
                "layers": [
                    {"id": "b", "type": "background", "paint": {"background-color": "#00ffff"}},
                    {"id": "r", "type": layer, "source": "s", "paint": paint},
                ],
            }
        )
    )


def differ(one, other):
    a, b = ([list(zip(row[0::channels], row[1::channels], row[2::channels])) for row in rows] for rows, channels in map(legend.png, (one, other)))
    most = max(abs(p - q) for left, right in zip(a, b) for x, y in zip(left, right) for p, q in zip(x, y))
    print("differ by at most", most, "of 255, of colours", len({pixel for row in a for pixel in row}))


def main():
    paint = json.loads(sys.argv[3]) if len(sys.argv) > 3 and sys.argv[1] != "differ" else {}
    more = json.loads(sys.argv[4]) if len(sys.argv) > 4 else {}
    if sys.argv[1] == "make":
        make()
    elif sys.argv[1] == "differ":
        differ(*sys.argv[2:4])
    elif sys.argv[1] == "style":
        style("image" if "coordinates" in more else "raster", "raster", sys.argv[2], paint, more)
    else:
        style("raster-dem", "hillshade", sys.argv[2], paint, more)


main()
