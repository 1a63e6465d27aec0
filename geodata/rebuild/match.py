"""Which GeoNames row is which township: by name within a county, unique or not at all."""
import latin
import polygons
import units

NEAR_KM = 3.0
NEAR_DEGREES = 0.04  # more than NEAR_KM anywhere in the province
FULL_HAN, SHORT_HAN, FULL_LATIN, SHORT_LATIN = 4, 3, 2, 1
LATIN_TYPE = {'town': 'zhen', 'township': 'xiang', 'ethnic-township': 'xiang', 'subdistrict': 'jiedao'}


def name_score(unit, row):
    """How well a row's names fit a unit; 0 is not at all."""
    short = units.short_name(unit['name'])
    if unit['name'] in row['han']:
        return FULL_HAN
    if unit['type'] == 'other':
        return 0
    if short in {units.short_name(n) for n in row['han']}:
        return SHORT_HAN
    if row['han']:
        return 0  # other characters: the sound alone proves nothing
    word = latin.squeeze(latin.pinyin(short))
    if word + LATIN_TYPE[unit['type']] in row['latin']:
        return FULL_LATIN
    return SHORT_LATIN if word in row['latin'] else 0


def near(rows, counties):
    """For each county, the rows inside it or within NEAR_KM, with their distance."""
    found = {}
    for code, rings in counties.items():
        bounds, found[code] = polygons.box(rings), []
        for row in rows:
            if not polygons.beside(row['lon'], row['lat'], bounds, NEAR_DEGREES):
                continue
            far = polygons.distance_km(row['lon'], row['lat'], rings)
            if far <= NEAR_KM:
                found[code].append((row, far))
    return found


def fits_prefecture(edge):
    """GeoNames' field for the prefecture decides, unless the polygon and the Chinese name both say otherwise."""
    if edge['row']['prefecture'] in ('', edge['unit']['parent'][:4] + '00'):
        return True
    return edge['score'] >= SHORT_HAN and edge['far'] == 0


def _best(edges):
    """The one edge that beats the others, or None."""
    def rank(edge):
        return -edge['score'], edge['far'] > 0, not edge['row']['feature'].startswith('PPLA')
    edges = sorted(edges, key=rank)
    if len(edges) > 1 and rank(edges[0]) == rank(edges[1]):
        return None
    return edges[0]


def townships(places, rows, counties):
    """Township code to GeoNames row, with the reasons of those left out."""
    around, wishes, doubtful = near(rows, counties), {}, []
    for unit in places:
        if unit['level'] != 'township':
            continue
        edges = [{'unit': unit, 'row': row, 'far': far, 'score': name_score(unit, row)}
                 for row, far in around.get(unit['parent'], [])]
        edges = [e for e in edges if e['score'] and fits_prefecture(e)]
        if not edges:
            continue
        best = _best(edges)
        if best:
            wishes.setdefault(best['row']['id'], []).append(best)
        else:
            doubtful.append((unit, [e['row']['id'] for e in edges]))
    taken = {}
    for edges in wishes.values():
        best = _best(edges)
        if best:
            taken[best['unit']['code']] = best
        else:
            doubtful += [(e['unit'], [e['row']['id']]) for e in edges]
    return taken, doubtful
