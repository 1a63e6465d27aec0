"""Make greenways.geojson and crossings.geojson from the course points in sources/: python3 greenways.py FOLDER."""
import json
import os
import sys

from common import read_csv


def feature(properties, coordinates):
    return {'type': 'Feature', 'properties': properties, 'geometry': {'type': 'LineString', 'coordinates': coordinates}}


def write(path, features):
    """One feature a line, so that a change is a line in a diff."""
    with open(path + '.new', 'w', encoding='utf-8') as f:
        f.write('{"type": "FeatureCollection", "features": [\n')
        f.write(',\n'.join(json.dumps(x, ensure_ascii=False) for x in features))
        f.write('\n]}\n')
    os.replace(path + '.new', path)


def greenways(folder):
    """A stretch is straight between its course points: places of the package, else positions of our own."""
    places = {row['code']: row for row in read_csv(os.path.join(folder, 'places.csv'))}
    points = {}
    for row in read_csv(os.path.join(folder, 'sources/greenways.csv')):
        at = places[row['code']] if row['code'] else row
        points.setdefault((row['line'], row['stretch']), []).append([float(at['lon']), float(at['lat'])])
    rows = read_csv(os.path.join(folder, 'sources/greenway_stretches.csv'))
    return [feature(dict(row), points[row['line'], row['stretch']]) for row in rows]


def crossings(folder):
    out = []
    for row in read_csv(os.path.join(folder, 'sources/crossings.csv')):
        ends = [[float(row['lon' + i]), float(row['lat' + i])] for i in '12']
        out.append(feature({key: value for key, value in row.items() if key[:3] not in ('lon', 'lat')}, ends))
    return out


def main(folder):
    write(os.path.join(folder, 'greenways.geojson'), greenways(folder))
    write(os.path.join(folder, 'crossings.geojson'), crossings(folder))


if __name__ == '__main__':
    main(*sys.argv[1:])
