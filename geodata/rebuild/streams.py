"""Rivers of WDBII: the pieces of each rank joined and simplified."""
import arcs
import gmt

RANKS = (0, 1, 2, 3, 4)
TOLERANCE = 0.002
SHORTEST = 0.06  # degrees; shorter pieces that stand alone are left out


def _edges(lines):
    owners = {}
    for line in lines:
        points = [p[:2] for p in line.GetPoints()]
        for p, q in zip(points, points[1:]):
            if p != q:
                owners[(min(p, q), max(p, q))] = {'river'}
    return owners


def lines(whole):
    """(rank, geometry), cut to the land."""
    frame = gmt.box()
    for rank in RANKS:
        for _, points in arcs.chain(_edges(gmt.rivers(rank))):
            line = gmt.line(arcs.simplify(points, TOLERANCE)).Intersection(frame)
            for part in gmt.parts(line.Intersection(whole)):
                if part.GetGeometryName() == 'LINESTRING' and part.Length() >= SHORTEST:
                    yield rank, part
