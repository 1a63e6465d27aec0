"""Share the land out among the provinces, so that coasts and borders are common lines."""
from osgeo import ogr

import gmt
import land

FUJIAN = 'CN.FJ'
# Kinmen and Matsu stand in the package as counties of Fujian, whatever DCW says.
HELD_BY_FUJIAN = (gmt.box(118.1, 24.1, 119.6, 25.1), gmt.box(119.8, 25.8, 120.6, 26.5))
NEAR = 0.3
TOUCH = 0.001  # degrees; a gap between two polygons of DCW is thinner


def _around(part, provinces, margin):
    """Each province as far as it is near a piece."""
    west, east, south, north = part.GetEnvelope()
    window = gmt.box(west - margin, south - margin, east + margin, north + margin)
    close = {code: polygon.Intersection(window) for code, polygon in provinces.items()}
    return {code: polygon for code, polygon in close.items() if not polygon.IsEmpty()}


def _nearest(part, provinces):
    """The province that lies along most of a piece that no polygon of DCW covers."""
    halo = part.Buffer(TOUCH)
    along = {code: polygon.Intersection(halo).GetArea()
             for code, polygon in _around(part, provinces, TOUCH).items()}
    if any(along.values()):
        return max(along, key=along.get)
    far = {code: polygon.Distance(part) for code, polygon in _around(part, provinces, NEAR).items()}
    return min(far, key=far.get) if far else None


def _claims(whole, provinces):
    """Pieces of land by province: DCW's polygons first, the rest to the nearest."""
    claims, rest = {code: [] for code in provinces}, whole
    for code, polygon in provinces.items():
        claims[code] += gmt.parts(rest.Intersection(polygon))
        rest = rest.Difference(polygon)
    for part in gmt.parts(rest):
        if part.GetGeometryName() == 'POLYGON':
            code = _nearest(part, provinces)
            if code:
                claims[code].append(part)
    return claims


def _to_fujian(claims):
    for code in ('TW', 'CN.ZJ'):
        for part in claims[code][:]:
            if any(part.Within(area) for area in HELD_BY_FUJIAN):
                claims[code].remove(part)
                claims[FUJIAN].append(part)


def share(whole, provinces):
    """Multipolygon of each province, with common vertices along common lines."""
    claims = _claims(whole, provinces)
    _to_fujian(claims)
    edges = [part.Boundary() for parts in claims.values() for part in parts
             if part.GetGeometryName() == 'POLYGON']
    cells = land.faces([line for edge in edges for line in gmt.parts(edge)])
    return label(cells, {code: _whole(parts) for code, parts in claims.items()})


def _whole(parts):
    polygons = [p for p in parts if p.GetGeometryName() == 'POLYGON']
    return gmt.gather(polygons, ogr.wkbMultiPolygon).UnionCascaded()


def _find(point, owners):
    for code, (bounds, geometry) in owners.items():
        west, east, south, north = bounds
        x, y = point.GetX(), point.GetY()
        if west <= x <= east and south <= y <= north and geometry.Contains(point):
            return code
    return None


def split(geometry):
    """Parts with their boxes, for quick tests."""
    return [(part.GetEnvelope(), part) for part in gmt.parts(geometry)]


def label(cells, claims):
    """Each cell to the province that its inner point is in; then one shape per province."""
    owners, found = {code: split(shape) for code, shape in claims.items()}, {code: [] for code in claims}
    for cell in cells:
        point = cell.PointOnSurface()
        for code, parts in owners.items():
            if _find(point, dict(enumerate(parts))) is not None:
                found[code].append(cell)
                break
    return {code: gmt.gather(cells, ogr.wkbMultiPolygon).UnionCascaded()
            for code, cells in found.items() if cells}
