"""Populated places of Fujian from GeoNames' cities500 table."""
import re

import latin

HAN = re.compile(r'^[\u3400-\u9fff]+$')
FUJIAN = '07'
KINMEN = 'KIN'


def parse(line):
    f = line.rstrip('\n').split('\t')
    names = [f[1], f[2]] + f[3].split(',')
    return {
        'id': f[0], 'name': f[1], 'lat': float(f[4]), 'lon': float(f[5]),
        'lat_text': f[4], 'lon_text': f[5],
        'height': f[16] if f[16] != '-9999' else '', 'feature': f[7], 'prefecture': f[11] + '00' if f[11] else '',
        'han': {latin.simplified(n) for n in names if HAN.match(n)},
        'latin': {latin.squeeze(n) for n in names if n.isascii() and n},
    }


def wanted(line):
    f = line.split('\t')
    return (f[8] == 'CN' and f[10] == FUJIAN) or (f[8] == 'TW' and f[11] == KINMEN)


def read(path):
    """Rows of Fujian (admin1 07) and of Kinmen, in the order of their ids."""
    with open(path, encoding='utf-8') as f:
        rows = [parse(line) for line in f if wanted(line)]
    return sorted(rows, key=lambda r: int(r['id']))
