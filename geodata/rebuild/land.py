"""Land polygons at full resolution, closed out of GSHHG's lines."""
from osgeo import ogr

import gmt


def _grid():
    """Edges of the one-degree bins, where the coast's lines end."""
    west, east, south, north = gmt.BINS
    lines = [gmt.line([(x, south), (x, north)]) for x in range(west, east + 1)]
    return lines + [gmt.line([(west, y), (east, y)]) for y in range(south, north + 1)]


def faces(lines):
    """The polygons that lines enclose, once they are cut where they cross."""
    whole = gmt.gather(lines, ogr.wkbMultiLineString)
    return gmt.parts(whole.Union(whole).Polygonize())


def inner_point(polygon):
    point = polygon.PointOnSurface()
    return point.GetX(), point.GetY()


def read():
    """One valid multipolygon of all land in the window."""
    cells = faces(gmt.coast() + _grid())
    kept = [cell for cell, land in zip(cells, gmt.dry([inner_point(c) for c in cells])) if land]
    return gmt.gather(kept, ogr.wkbMultiPolygon).UnionCascaded().Intersection(gmt.box())
