#!/usr/bin/env python3
"""Small files that grow when they are opened: each ends with 3 and words that name the limit, within a memory that a planner's machine
has; and files of everyday that look alike are read."""
import json
import os
import resource
import subprocess
import sys
import tempfile
import zipfile

import files

MINTU = os.environ["MINTU"]
MEMORY = None if os.environ.get("MINTU_SANITIZE") else 2 << 30  # a sanitizer reserves more
CELL = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'
ODS = ('<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:'
       'opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
       '<table:table table:name="a">{}</table:table></office:spreadsheet></office:body></office:document-content>')
GML = ('<?xml version="1.0"?>{}<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml" xmlns:a="urn:a">{}'
       '</gml:FeatureCollection>')
DXF = "0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1015\n0\nENDSEC\n0\nSECTION\n2\nTABLES\n0\nENDSEC\n0\nSECTION\n2\nBLOCKS\n{}0\nENDSEC\n" \
      "0\nSECTION\n2\nENTITIES\n{}0\nENDSEC\n0\nEOF\n"
LINE = "0\nLINE\n8\n0\n10\n118\n20\n26\n11\n119\n21\n26\n"


def column(number):
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def text(at, value):
    return f'<c r="{at}" t="inlineStr"><is><t>{value}</t></is></c>'


def insert(name, more=""):
    return f"0\nINSERT\n8\n0\n2\n{name}\n10\n0\n20\n0\n{more}"


def block(name, content):
    return f"0\nBLOCK\n8\n0\n2\n{name}\n10\n0\n20\n0\n{content}0\nENDBLK\n"


def laughs():
    return '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(10)) + "]>"


def topology(references):
    return json.dumps({"type": "Topology", "arcs": [[[118, 26], [118, 25]] * 1000], "objects": {"a": {
        "type": "GeometryCollection", "geometries": [{"type": "LineString", "arcs": [0] * references, "properties": {"name": "A"}}]}}})


def packed(path, name, content):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr(name, content)


def wide(rows, cell):
    """Rows with a name, and then what @p cell makes of a reference up to the last column of a sheet."""
    return f'<row r="1">{text("A1", "name")}</row>' + "".join(
        f'<row r="{row}">{text(f"A{row}", "A")}{cell(row)}</row>' for row in range(2, rows + 2))


def refused():
    """Name, words of the message, and what the file holds (bytes are made by a function of its path)."""
    yield "wide.xlsx", "cells", lambda path: files.workbook(path, rows=wide(1000, lambda row: f'<c r="XFD{row}"><v>1</v></c>'))
    yield "columns.xlsx", "columns", lambda path: files.workbook(path, rows=wide(2, lambda row: f'<c r="XFD{row}"><v>1</v></c>'))
    yield "texts.xlsx", "bytes of text", lambda path: files.workbook(path, shared="<si><t>" + "a" * 32000 + "</t></si>", rows="".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 4000)))
    yield "large.xlsx", "when it is unpacked", lambda path: files.workbook(
        path, rows="", more=("docProps/app.xml", [b"<a>", *[b" " * 1000000] * 1000, b" "]))
    yield "many.xlsx", "files in its archive", lambda path: files.workbook(path, rows="", more=[(f"m/{i}", b"") for i in range(6000)])
    yield "deep.xlsx", "in each other", lambda path: files.workbook(path, rows="<row>" * 300 + "</row>" * 300)
    yield "laughs.xlsx", "entities", lambda path: files.workbook(path, rows="<row/>", head=laughs())
    yield "hidden.xlsx", "without the ending", lambda path: files.workbook(path, rows="<row/>", sheet="sheet1.bin")
    yield "cells.ods", "bytes of text", lambda path: packed(path, "content.xml", ODS.format(
        '<table:table-row table:number-rows-repeated="1000000">' + CELL.format(' table:number-columns-repeated="1000"', "a") +
        "</table:table-row>"))
    yield "left-out.ods", "repeated", lambda path: packed(path, "content.xml", ODS.format(
        '<table:table-row table:number-rows-repeated="100000"/><table:table-row>' + CELL.format("", "a") + "</table:table-row>"))
    yield "towns.shp.zip", "no XLSX or ODS", lambda path: packed(path, "a.shp", "")
    yield "arcs.json", "positions", topology(20000)
    yield "fields.geojson", "2000 fields", json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {f"f{i}": 1}, "geometry": None} for i in range(2001)]})
    yield "fields.csv", "2000 fields", ",".join(f"f{i}" for i in range(3000)) + "\n1\n"
    yield "laughs.gml", "entities", GML.format(laughs(), "<gml:featureMember><a:t><a:n>&k;</a:n></a:t></gml:featureMember>")
    yield "deep.gml", "in each other", GML.format("", "<gml:featureMember>" + "<a:t>" * 300 + "</a:t>" * 300 + "</gml:featureMember>")
    yield "names.gml", "names", GML.format("", "".join(
        f"<gml:featureMember><a:t{i}><a:n>x</a:n></a:t{i}></gml:featureMember>" for i in range(6000)))
    yield "deep.kml", "in each other", '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>' + "<Folder>" * 300 + "</Folder>" * 300 + \
        "</Document></kml>"
    yield "laughs.gpx", "entities", '<?xml version="1.0"?>' + laughs() + '<gpx version="1.1" creator="x"><wpt lat="26" lon="118"><name>' \
        "&k;</name></wpt></gpx>"
    yield "blocks.dxf", "entities", DXF.format(
        block("B0", LINE) + "".join(block(f"B{i}", insert(f"B{i - 1}") * 10) for i in range(1, 10)), insert("B9"))
    yield "array.dxf", "entities", DXF.format(block("B", LINE), insert("B", "70\n32767\n71\n32767\n44\n1\n45\n1\n"))
    yield "itself.dxf", "entities", DXF.format(block("A", insert("B") * 9) + block("B", insert("A") * 9), insert("A"))
    yield "rounds.dxf", "entities", DXF.format(
        block("B", "0\nCIRCLE\n8\n0\n10\n118\n20\n26\n40\n1\n" * 600), insert("B") * 100)
    yield "spline.dxf", "entities", DXF.format("", "0\nSPLINE\n8\n0\n70\n0\n71\n100\n" + "".join(
        f"10\n{i}\n20\n{i % 7}\n30\n0\n" for i in range(1900)) + "0\nSPLINE\n8\n0\n70\n0\n71\n100\n" + "".join(
        f"10\n{i}\n20\n{i % 7}\n30\n0\n" for i in range(1900)))
    yield "endless.gpkg", "steps", lambda path: files.geopackage(
        path, "CREATE VIEW towns AS WITH c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS fid, 'A' AS name FROM c WHERE x < 0")


def read():
    """Name, what the table must show, and what the file holds: files of everyday that look like those."""
    style_only = "".join(f'<c r="{column(i)}%d" s="1"/>' for i in range(2, 16385))
    yield "styled.xlsx", "\nA,100,", lambda path: files.workbook(path, rows=wide(100, lambda row: style_only.replace("%d", str(row))))
    last = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    yield "empty-rest.ods", "\nA,1,", lambda path: packed(path, "content.xml", ODS.format("".join(
        f'<table:table-row>{CELL.format("", name)}<table:table-cell table:number-columns-repeated="16383"/></table:table-row>'
        for name in ("name", "A")) + last))
    yield "arcs.json", "\nA,1,", topology(20)
    yield "spline.dxf", "\n0,", DXF.format("", "0\nSPLINE\n8\n0\n70\n0\n71\n3\n73\n6\n72\n10\n" + "".join(
        f"40\n{k}\n" for k in (0, 0, 0, 0, 1, 2, 3, 3, 3, 3)) + "".join(f"10\n{118 + i / 10}\n20\n26\n30\n0\n" for i in range(6)))
    yield "blocks.dxf", "\n0,", DXF.format(block("B", LINE * 20), insert("B", "70\n5\n71\n5\n44\n0.01\n45\n0.01\n") + insert("B"))


def limit_memory():
    if MEMORY:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def summarise(folder, name, content):
    path = os.path.join(folder, name)
    content(path) if callable(content) else files.write(path, content)
    words = [MINTU, "summary", "--layer", "./" + name, "--rows", "Layer" if name.endswith(".dxf") else "name", "-o", "-", "--format", "csv", "--quiet"]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, preexec_fn=limit_memory,
                          env=dict(os.environ, MINTU_DATA=os.environ["MINTU_GEODATA"], LC_ALL="C.UTF-8"))


def main():
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, words, content in refused():
            done = summarise(folder, name, content)
            if done.returncode != 3 or words not in done.stderr:
                print(f"{name}: ends with {done.returncode} and not with 3 and \"{words}\": {done.stderr.strip()[-300:]}")
                failed += 1
        for name, words, content in read():
            done = summarise(folder, name, content)
            if done.returncode != 0 or words not in done.stdout:
                print(f"{name}: is not read: {done.returncode}: {done.stdout[:200]} {done.stderr.strip()[-300:]}")
                failed += 1
    print(f"{failed} failures")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
