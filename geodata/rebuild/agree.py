"""Measure the names in time against the state's lists: python3 agree.py PACKAGE [MINTU].

PACKAGE is the folder of the data package, MINTU the program. For each list the units that the program gives for its day are compared
with the list by code, name and county; counties likewise with the revisions of GB/T 2260. Then each inner list is left out, and
predicted from the others. Ends with 1 when less than what is promised agrees, or when sources/differences.csv, which has the reason of
each difference, is not right.
"""
import csv
import io
import os
import subprocess
import sys

import history
import names

PROMISED, PROMISED_LEFT_OUT = 0.99, 0.97


def program(mintu, package, day, level):
    """{code of the time: (name, county)} as the program gives it."""
    command = [mintu, 'places', '--data', package, '--level', level, '--as-of', day, '--format', 'csv', '--quiet']
    text = subprocess.run(command, check=True, capture_output=True, encoding='utf-8').stdout
    rows = csv.DictReader(io.StringIO(text))
    return {(r['code_then'], r['name'], r['county'] if level == 'township' else '') for r in rows}


def of_list(day, towns, counties):
    return {(code, name, counties.get(code[:6], '')) for code, name in towns.items()}


def comparable(units, first):
    """The first list leaves out farms, woods and zones."""
    return {u for u in units if not (first and history.is_other(u[0]))}


def compare(label, found, wanted, differences):
    both = len(found & wanted)
    for side, rest in (('package', found - wanted), ('list', wanted - found)):
        differences += [(label, side) + unit[:2] for unit in rest]
    share = both / max(len(found), len(wanted))
    print('%s: %d of %d agree (%.2f %%)' % (label, both, len(wanted), 100 * share))
    return share


def predicted(lists, day):
    """{(code, name)} on a day, as it follows from other lists."""
    rows, lists = {}, history.mended(lists)
    for row in names.township_rows(lists):
        rows.setdefault(row['code'], []).append(row)
    found = set()
    for life in history.units(lists):
        code, name = life[-1][1:]
        if code not in rows:
            found.add((code, name))
        for row in rows.get(code, []):
            if row['from'] <= day and (not row['to'] or day < row['to']):
                found.add((row['code_then'], row['name']))
    return found


def leave_out(lists):
    worst = 1.0
    for i in range(1, len(lists) - 1):
        day, wanted = lists[i][0], {u for u in lists[i][1].items() if not history.is_other(u[0])}
        found = {u for u in predicted(lists[:i] + lists[i + 1:], day) if not history.is_other(u[0])}
        share = len(found & wanted) / max(len(found), len(wanted))
        print('%s left out: %d of %d are predicted (%.2f %%)' % (day, len(found & wanted), len(wanted), 100 * share))
        worst = min(worst, share)
    return worst


def check_reasons(differences):
    known = {(r['list'], r['side'], r['code'], r['name']): r['reason'] for r in names.table('differences.csv')}
    good = True
    for key in sorted(set(differences) | set(known)):
        if key not in known or not known[key]:
            print('not in differences.csv with a reason: %s' % ','.join(key))
        elif key not in differences:
            print('in differences.csv, but there is no such difference: %s' % ','.join(key))
        else:
            continue
        good = False
    return good


def main(package, mintu='mintu'):
    differences, shares = [], []
    towns, counties = history.read_lists(), dict(history.read_lists(digits=6))
    for i, (day, rows) in enumerate(towns):
        wanted = comparable(of_list(day, rows, counties[day]), i == 0)
        found = comparable(program(mintu, package, day, 'township'), i == 0)
        shares.append(compare(day, found, wanted, differences))
        wanted = {(c, n, '') for c, n in counties[day].items()}
        shares.append(compare(day + ' counties', program(mintu, package, day, 'county'), wanted, differences))
    for day, rows in history.read_lists('gb2260', 6):
        wanted = {(c, n, '') for c, n in rows.items()}
        shares.append(compare(day + ' GB/T 2260', program(mintu, package, day, 'county'), wanted, differences))
    good = min(shares) >= PROMISED and leave_out(towns) >= PROMISED_LEFT_OUT
    if not check_reasons(differences) or not good:
        sys.exit(1)


if __name__ == '__main__':
    main(*sys.argv[1:])
