"""Units through the state's lists: which unit of one list is which of the next, and since when each has its name and code."""
import os

from common import read_csv

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCES = os.path.join(HERE, '..', 'sources')
FIRST_OTHER = '400'  # from this number on farms, woods and zones, which the first list leaves out
# Codes of counties that changed to the codes of today; 350402 and 350403 went into one.
COUNTY_NOW = {'350182': '350112', '350427': '350405', '350681': '350604', '350625': '350605', '350402': '350404',
              '350403': '350404'}
ENDS = ('街道', '镇', '乡')
# The same unit under a name that no rule connects.
RENAMED = {('350524', '长坑乡'): '长卿镇'}


def stem(name):
    return next((name[:-len(end)] for end in ENDS if name.endswith(end) and len(name) > len(end) + 1), name)


def read_lists(name='state_lists', digits=9):
    """[(day, {code: name})], oldest first, of units whose code has so many digits."""
    rows = [r for r in read_csv(os.path.join(SOURCES, name + '.csv')) if len(r['code']) == digits]
    days = [r['day'] for r in read_csv(os.path.join(SOURCES, 'list_days.csv')) if r['table'] == name]
    return [(day, {r['code']: r['name'] for r in rows if r['first'] <= day <= r['last']}) for day in days]


def mended(lists):
    """The lists without the slips of sources/mended.csv, which are no changes."""
    slips = {(r['code'], r['name']): r['mended'] for r in read_csv(os.path.join(SOURCES, 'mended.csv'))}
    return [(day, {code: slips.get((code, name), name) for code, name in rows.items()}) for day, rows in lists]


def county_now(code):
    return COUNTY_NOW.get(code[:6], code[:6])


def county_of(code):
    """The county in places.csv of a township that is gone."""
    return code[:6] if code[:6] in ('350402', '350403') else county_now(code)


def _only(found):
    return found[0] if len(found) == 1 else None


def follow(before, after):
    """Code of each unit in the list before to its code in the list after; units that end are left out."""
    heirs, free = {}, dict(after)

    def match(rule):
        for code, name in before.items():
            if code in heirs:
                continue
            found = _only([c for c in free if rule(code, name, c, free[c])])
            if found:
                heirs[code] = found
                del free[found]

    for code, name in before.items():
        if after.get(code) == name:
            heirs[code] = code
            del free[code]
    # Whole counties at a time would be slow to compare with all others: only what is left is compared.
    match(lambda c, n, d, m: n == m and county_now(c) == county_now(d))
    match(lambda c, n, d, m: c == d)
    match(lambda c, n, d, m: RENAMED.get((c[:6], n)) == m and county_now(c) == county_now(d))
    match(lambda c, n, d, m: stem(n) == stem(m) and county_now(c) == county_now(d))
    return heirs


def is_other(code):
    return code[6:] >= FIRST_OTHER or code.endswith('000')


def units(lists):
    """Each unit as the list of its (day, code, name), one for each list that has it, oldest first."""
    lives, alive = [], {}
    for i, (day, rows) in enumerate(lists):
        heirs = follow(lists[i - 1][1], rows) if i else {}
        current = {heirs[code]: life for code, life in alive.items() if code in heirs}
        for code, name in rows.items():
            if code not in current:
                current[code] = []
                lives.append(current[code])
            current[code].append((day, code, name))
        alive = current
    return lives


def spells(life):
    """[code, name, first day, last day] of each spell with one code and one name."""
    out = []
    for day, code, name in life:
        if out and out[-1][:2] == [code, name]:
            out[-1][3] = day
        else:
            out.append([code, name, day, day])
    return out
