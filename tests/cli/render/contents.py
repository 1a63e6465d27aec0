"""Prints what a map's file says about itself: contents.py MAP.png|MAP.svg|MAP.pdf. Chunks and texts of PNG, title, description and
metadata of SVG, bookmarks of PDF."""
import re
import struct
import sys
import xml.etree.ElementTree as tree
import zlib


def png(data):
    at = 8
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        body, check = data[at + 8 : at + 8 + size], data[at + 8 + size : at + 12 + size]
        assert struct.unpack(">I", check)[0] == zlib.crc32(kind + body), "checksum"
        print(kind.decode(), body.replace(b"\0", b" ").decode() if kind == b"iTXt" else "")
        at += 12 + size


def svg(data):
    root = tree.fromstring(data)
    print(root[0].text, root[1].text, sep="\n")
    for element in root.iter():
        if "purl.org" in element.tag:
            print(element.tag.split("}")[1], "".join(element.itertext()).strip())


def pdf(data):
    for title in re.findall(rb"/Title <([0-9a-fA-F]+)>", data):
        print(bytes.fromhex(title.decode()).decode("utf-16"))


with open(sys.argv[1], "rb") as file:
    {"png": png, "svg": svg, "pdf": pdf}[sys.argv[1][-3:]](file.read())
