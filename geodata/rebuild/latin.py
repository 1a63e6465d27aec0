"""Pinyin of Chinese names (ICU, with a table of exceptions) and folding of names."""
import os
import re

import icu

from common import read_csv

_TO_LATIN = icu.Transliterator.createInstance('Han-Latin; Latin-ASCII')
_TO_SIMPLIFIED = icu.Transliterator.createInstance('Traditional-Simplified')
_TO_TRADITIONAL = icu.Transliterator.createInstance('Simplified-Traditional')
_TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'sources', 'pinyin.csv')


def _exceptions():
    if not os.path.exists(_TABLE):
        return {}
    return {r['name']: r['syllables'].split() for r in read_csv(_TABLE)}


# What stands as a word of its own behind the name of a farm, a wood or a zone.
GENERICS = ('生态旅游区', '生态工贸区', '工业开发区', '工业集中区', '高新技术产业开发区', '高技术开发区',
            '经济开发区', '综合保税区', '保税港区', '保税区', '石化工业园区', '工业园区', '工业区', '旅游区',
            '农场生活区', '华侨农场', '防护林场', '国有防护林场', '种猪场', '奶牛场', '华侨茶果场',
            '管理局', '开发区', '农场', '林场', '盐场', '良种场')
_READINGS = _exceptions()


def simplified(text):
    return _TO_SIMPLIFIED.transliterate(text)


def traditional(text):
    return _TO_TRADITIONAL.transliterate(text)


def squeeze(text):
    """Letters only, lower case: 'Chang'an Zhen' is changanzhen."""
    return re.sub(r'[^a-z]', '', text.lower())


def syllables(name):
    """One syllable per character; the longest exception within the name wins."""
    out, i = [], 0
    while i < len(name):
        for j in range(len(name), i, -1):
            if name[i:j] in _READINGS:
                out += _READINGS[name[i:j]]
                i = j
                break
        else:
            out.append(squeeze(_TO_LATIN.transliterate(name[i])))
            i += 1
    return out


def join(parts):
    """Syllables to one word with the apostrophe of pinyin: Chang'an, Jian'ou."""
    word = parts[0]
    for part in parts[1:]:
        word += ("'" if part[:1] in 'aeo' else '') + part
    return word.capitalize()


def pinyin(name):
    """红星农场 is Hongxing Nongchang; signs that are no characters fall away."""
    name = ''.join(c for c in name if c not in '（）')
    for generic in GENERICS:
        if name.endswith(generic) and len(name) > len(generic):
            return join(syllables(name[:-len(generic)])) + ' ' + join(syllables(generic))
    return join(syllables(name))
