"""Common lines of a coverage: taken apart, simplified, put together again."""
from osgeo import ogr

import gmt

FUJIAN = 'CN.FJ'
FINE, BORDER, COARSE = 0.0, 0.002, 0.004  # degrees
SMALL_NEAR, SMALL_FAR = 2e-6, 5e-5  # smallest island in square degrees: about 0.02 and 0.5 km2


def _edges(shapes):
    """Each edge with the provinces on its sides."""
    owners = {}
    for code, shape in shapes.items():
        for polygon in gmt.parts(shape):
            for i in range(polygon.GetGeometryCount()):
                points = [p[:2] for p in polygon.GetGeometryRef(i).GetPoints()]
                for p, q in zip(points, points[1:]):
                    owners.setdefault((min(p, q), max(p, q)), set()).add(code)
    return owners


def _neighbours(owners):
    """For each vertex, its other ends, sorted."""
    around = {}
    for p, q in owners:
        around.setdefault(p, []).append(q)
        around.setdefault(q, []).append(p)
    return {p: sorted(ends) for p, ends in around.items()}


def _walk(start, second, owners, around, sides, done):
    points = [start, second]
    done.add((min(start, second), max(start, second)))
    while points[-1] != start and len(around[points[-1]]) == 2:
        here = points[-1]
        after = around[here][0] if around[here][0] != points[-2] else around[here][1]
        edge = (min(here, after), max(here, after))
        if edge in done or owners[edge] != sides:
            break
        done.add(edge)
        points.append(after)
    return points


def _ends(around, owners):
    """Vertices where arcs begin: three lines meet, or the sides change."""
    for p, ends in sorted(around.items()):
        sides = {frozenset(owners[(min(p, q), max(p, q))]) for q in ends}
        if len(ends) != 2 or len(sides) > 1:
            yield p


def take_apart(shapes):
    """Arcs of a coverage as (sides, points); closed arcs begin and end at one vertex."""
    return chain(_edges(shapes))


def chain(owners):
    """Edges with the same sides, joined end to end as far as they do not fork."""
    around, done, found = _neighbours(owners), set(), []
    starts = list(_ends(around, owners)) + sorted(around)
    for start in starts:
        for second in around[start]:
            edge = (min(start, second), max(start, second))
            if edge not in done:
                sides = owners[edge]
                found.append((sides, _walk(start, second, owners, around, sides, done)))
    return found


def simplify(points, tolerance):
    if tolerance == 0 or len(points) < 3:
        return points
    if points[0] == points[-1]:  # a ring: keep two far points
        x, y = points[0]
        far = max(range(len(points)), key=lambda i: abs(points[i][0] - x) + abs(points[i][1] - y))
        return simplify(points[:far + 1], tolerance) + simplify(points[far:], tolerance)[1:]
    return [p[:2] for p in gmt.line(points).Simplify(tolerance).GetPoints()]


def _area(points):
    return abs(sum(p[0] * q[1] - q[0] * p[1] for p, q in zip(points, points[1:]))) / 2


def _runs(points, zone):
    """Pieces of a coast, each wholly near Fujian or wholly away from it."""
    near = [zone.Contains(_point(p)) for p in points]
    first = 0
    for i in range(1, len(points)):
        if near[i] != near[i - 1]:
            yield near[first], points[first:i + 1]
            first = i
    yield near[first], points[first:]


def _point(p):
    point = ogr.Geometry(ogr.wkbPoint)
    point.AddPoint_2D(*p)
    return point


def _coast(points, zone):
    pieces = list(_runs(points, zone))
    near = any(n for n, _ in pieces)
    if points[0] == points[-1] and _area(points) < (SMALL_NEAR if near else SMALL_FAR):
        return None
    kept = []
    for close, piece in pieces:
        kept += simplify(piece, FINE if close else COARSE)[1 if kept else 0:]
    return kept


def generalise(found, zone):
    """Simplified arcs; islands too small to see are left out."""
    for sides, points in found:
        if len(sides) == 2:
            yield sides, simplify(points, BORDER)
        else:
            kept = _coast(points, zone)
            if kept and len(kept) > 1:
                yield sides, kept
