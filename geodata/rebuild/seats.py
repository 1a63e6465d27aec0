"""Points of counties, prefectures and the province: their seats, as far as GeoNames has them."""
import latin
import polygons
import units
from common import distance_km

SEATS = ('PPLA3', 'PPLA2', 'PPLA')


def point(row, precision, certainty):
    return {'lon': row['lon_text'], 'lat': row['lat_text'], 'precision': precision,
            'certainty': certainty, 'source': 'GeoNames', 'source_id': row['id']}


def _named(unit, rows):
    short = units.short_county(unit['name'])
    wanted = {short, short + '市', short + '县', short + '区'}
    return [r for r in rows if r['han'] & wanted]


def _only(rows):
    return rows[0] if len(rows) == 1 else None


def _middle(towns):
    """The town with the smallest sum of distances to the others."""
    def total(row):
        return sum(distance_km(row['lon'], row['lat'], r['lon'], r['lat']) for r in towns), row['id']
    return min(towns, key=total)


def county(unit, rows, rings, towns, seat):
    """A county's own seat, or a named seat town's point, or its middle town; else None."""
    bounds = polygons.box(rings)
    inside = [r for r in rows if polygons.beside(r['lon'], r['lat'], bounds, 0)
              and polygons.inside(r['lon'], r['lat'], rings)]
    seats = [r for r in inside if r['feature'] in SEATS]
    for choice in (_named(unit, seats), seats, _named(unit, inside)):
        row = _only(choice)
        if row:
            return point(row, 'county', 'matched')
    if seat:
        return point(seat, 'county', 'matched')
    return point(_middle(towns), 'county', 'fallback') if towns else None


def prefecture(unit, rows):
    short = units.short_county(unit['name'])
    found = [r for r in rows if r['feature'] in ('PPLA2', 'PPLA') and short in r['han']
             and latin.squeeze(latin.pinyin(short)) == latin.squeeze(r['name'])]
    row = _only([r for r in found if r['feature'] == 'PPLA'] or found)
    return point(row, unit['level'], 'matched')


def province(rows):
    return point(_only([r for r in rows if r['feature'] == 'PPLA' and r['prefecture'] == '350100']),
                 'province', 'matched')
