"""Looks at pixels of drawn maps: painting.py QUESTION MAP.png. seams: the least and the most green along the middle row from the first to
the last red area, which have the same while no ground shows between them. colours: how many pixels there are of each colour that covers a tenth of a percent.
corner: the colour at the upper left pixel but three. dots: how many runs of dark pixels the row has that crosses the upper line."""
import collections
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from legend import png  # noqa: E402


def pixels(row, channels):
    return list(zip(row[0::channels], row[1::channels], row[2::channels]))


def seams(rows, channels):
    middle = pixels(rows[len(rows) // 2], channels)
    red = [x for x, pixel in enumerate(middle) if pixel[0] > 150 and pixel[1] < 200]
    greens = [pixel[1] for pixel in middle[red[3] : red[-3]]]
    print("from", min(greens), "to", max(greens))


def colours(rows, channels):
    counts = collections.Counter()
    for row, times in collections.Counter(rows).items():
        for pixel, count in collections.Counter(pixels(row, channels)).items():
            counts[pixel] += count * times
    total = sum(counts.values())
    for colour, count in counts.most_common():
        if count > total / 1000:
            print("#%02x%02x%02x" % colour)


def corner(rows, channels):
    print("#%02x%02x%02x" % pixels(rows[3], channels)[3])


def dots(rows, channels):
    best = 0
    for row in rows[: len(rows) // 2]:
        inner = [pixel[1] < 128 for pixel in pixels(row, channels)[30:-30]]
        best = max(best, sum(1 for a, b in zip(inner, inner[1:]) if b and not a))
    print("dots", best)


{"seams": seams, "colours": colours, "corner": corner, "dots": dots}[sys.argv[1]](*png(sys.argv[2]))
