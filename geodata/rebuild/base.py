"""Make base.gpkg: python3 base.py OUT."""
import os
import sys

from osgeo import gdal, ogr, osr

import arcs
import borders
import cover
import gmt
import land
import streams

PROVINCES = {
    'CN.FJ': ('350000', '福建省', 'Fujian'), 'CN.ZJ': ('330000', '浙江省', 'Zhejiang'),
    'CN.JX': ('360000', '江西省', 'Jiangxi'), 'CN.GD': ('440000', '广东省', 'Guangdong'),
    'CN.HN': ('430000', '湖南省', 'Hunan'), 'CN.HB': ('420000', '湖北省', 'Hubei'),
    'CN.AH': ('340000', '安徽省', 'Anhui'), 'TW': ('710000', '台湾省', 'Taiwan'),
    'CN.HK': ('810000', '香港特别行政区', 'Hong Kong'), 'CN.MO': ('820000', '澳门特别行政区', 'Macao'),
}
SEAS = (('台湾海峡', 'Taiwan Strait', 2, 119.75, 24.55), ('东海', 'East China Sea', 1, 122.0, 27.0),
        ('南海', 'South China Sea', 1, 117.3, 22.3))
ZONE = 0.2  # degrees around Fujian in which coasts keep every point


def shared():
    """Provinces as a coverage with simplified common lines."""
    rough = cover.share(land.read(), gmt.provinces(list(PROVINCES)))
    zone = rough[arcs.FUJIAN].Simplify(0.05).Buffer(ZONE).Simplify(0.02)
    kept = list(arcs.generalise(arcs.take_apart(rough), zone))
    return cover.label(land.faces([gmt.line(points) for _, points in kept]), rough)


def layer(source, name, kind, fields):
    system = osr.SpatialReference()
    system.ImportFromEPSG(4326)
    made = source.CreateLayer(name, system, kind, ['GEOMETRY_NAME=geom', 'FID=fid'])
    for field in fields:
        text = field != 'rank'
        made.CreateField(ogr.FieldDefn(field, ogr.OFTString if text else ogr.OFTInteger))
    return made


def add(made, geometry, **values):
    feature = ogr.Feature(made.GetLayerDefn())
    for key, value in values.items():
        feature.SetField(key, value)
    feature.SetGeometry(geometry)
    made.CreateFeature(feature)


def several(geometry):
    return ogr.ForceToMultiPolygon(geometry.Clone())


def write_land(source, shapes):
    made = layer(source, 'land', ogr.wkbPolygon, [])
    pieces = [p for shape in shapes.values() for p in gmt.parts(shape)]
    whole = gmt.gather(pieces, ogr.wkbMultiPolygon).UnionCascaded()
    for part in sorted(gmt.parts(whole), key=lambda p: (-p.GetArea(), p.GetEnvelope())):
        add(made, part)
    return whole


def write_neighbours(source, shapes):
    made = layer(source, 'neighbours', ogr.wkbMultiPolygon, ['code', 'name', 'name_en'])
    for code, name, english, shape in sorted(PROVINCES[k] + (s,) for k, s in shapes.items() if k != arcs.FUJIAN):
        add(made, several(shape), code=code, name=name, name_en=english)


def write_borders(source, shapes):
    made = layer(source, 'neighbour_borders', ogr.wkbLineString, ['code_a', 'code_b'])
    found = [(sorted(PROVINCES[s][0] for s in sides), points)
             for sides, points in borders.lines(arcs.take_apart(shapes), shapes)]
    for (a, b), points in sorted(found):
        add(made, gmt.line(points), code_a=a, code_b=b)


def write_rivers(source, whole):
    made = layer(source, 'rivers', ogr.wkbLineString, ['rank', 'name', 'name_en'])
    for rank, line in sorted(streams.lines(whole), key=lambda r: (r[0], r[1].GetPoints())):
        add(made, line, rank=rank, name='', name_en='')


def write_seas(source):
    made = layer(source, 'seas', ogr.wkbPoint, ['name', 'name_en', 'rank'])
    for name, english, rank, lon, lat in SEAS:
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(lon, lat)
        add(made, point, name=name, name_en=english, rank=rank)


def main(out):
    gdal.UseExceptions()
    gdal.SetConfigOption('OGR_CURRENT_DATE', '2014-11-01T00:00:00.000Z')
    shapes = shared()
    temporary = out[:-len('.gpkg')] + '.new.gpkg'
    if os.path.exists(temporary):
        os.remove(temporary)
    source = ogr.GetDriverByName('GPKG').CreateDataSource(temporary, ['ADD_GPKG_OGR_CONTENTS=YES'])
    whole = write_land(source, shapes)
    write_neighbours(source, shapes)
    write_borders(source, shapes)
    write_rivers(source, whole)
    write_seas(source)
    source = None
    os.replace(temporary, out)


if __name__ == '__main__':
    main(sys.argv[1])
