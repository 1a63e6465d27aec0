"""Lines and tests out of GMT's data (GSHHG, WDBII, DCW), as OGR geometries."""
import re
import subprocess
import tempfile

from osgeo import ogr

ogr.UseExceptions()
WEST, SOUTH, EAST, NORTH = 113.5, 21.5, 123.0, 30.0
# GSHHG is stored in bins of one degree, so a window of whole degrees needs no cutting.
BINS = (113, 123, 21, 30)
LEVEL_1 = '-A0/0/1'  # coasts only, no lakes


def _run(arguments, text=None):
    # GMT leaves a history file where it runs.
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(['gmt'] + arguments, input=text, capture_output=True, text=True,
                              check=True, cwd=folder)
    return done.stdout


def _segments(text):
    """Pairs of header and list of points."""
    found = []
    for line in text.splitlines():
        if line.startswith('>'):
            found.append((line[1:].strip(), []))
        elif line.strip():
            lon, lat = line.split()[:2]
            found[-1][1].append((round(float(lon), 7), round(float(lat), 7)))
    return found


def line(points):
    geometry = ogr.Geometry(ogr.wkbLineString)
    for lon, lat in points:
        geometry.AddPoint_2D(lon, lat)
    return geometry


def ring_polygon(points):
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for lon, lat in points + points[:1]:
        ring.AddPoint_2D(lon, lat)
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    return polygon


def box(west=WEST, south=SOUTH, east=EAST, north=NORTH):
    return ring_polygon([(west, south), (east, south), (east, north), (west, north)])


def _region():
    return '-R%s/%s/%s/%s' % BINS


def coast():
    """The full-resolution coast, one line per bin and piece."""
    text = _run(['pscoast', _region(), '-Df', LEVEL_1, '-W', '-M'])
    return [line(points) for _, points in _segments(text) if len(points) > 1]


def rivers(level):
    text = _run(['pscoast', _region(), '-Df', '-I%d' % level, '-M'])
    return [line(points) for _, points in _segments(text) if len(points) > 1]


def provinces(codes):
    """Polygons of DCW by their code; every ring is taken as an outer one."""
    found = {}
    for code in codes:
        text = _run(['pscoast', '-E' + code, '-M'])
        whole = ogr.Geometry(ogr.wkbMultiPolygon)
        for _, points in _segments(text):
            polygon = ring_polygon(points).Simplify(0.0005).Buffer(0)
            for part in parts(polygon):
                whole.AddGeometry(part)
        found[code] = whole.UnionCascaded().Intersection(box(BINS[0], BINS[2], BINS[1], BINS[3]))
    return found


def dry(points):
    """For each point, whether GSHHG has land there."""
    text = ''.join('%.7f %.7f %d\n' % (lon, lat, i) for i, (lon, lat) in enumerate(points))
    out = _run(['select', _region(), '-Df', LEVEL_1, '-Ns/k', '--FORMAT_FLOAT_OUT=%.12g'], text)
    kept = {int(float(row.split()[2])) for row in out.splitlines()}
    return [i in kept for i in range(len(points))]


def parts(geometry):
    """The single geometries in a geometry, of polygons and lines alike."""
    if geometry is None or geometry.IsEmpty():
        return []
    if re.match('MULTI|GEOMETRYC', geometry.GetGeometryName()):
        return [p for i in range(geometry.GetGeometryCount()) for p in parts(geometry.GetGeometryRef(i).Clone())]
    return [geometry]


def gather(geometries, kind):
    whole = ogr.Geometry(kind)
    for geometry in geometries:
        whole.AddGeometry(geometry)
    return whole
