#!/usr/bin/env python3
"""Writes a small workbook: book.py FILE.xlsx|FILE.ods SHEET... where a SHEET is NAME=ROWS, rows with ; between and cells with , between.
A cell is a text, or with a letter and : before it n:NUMBER, d:DAYS with a format of days, t:DAYS with one of days and times (in ODS as ISO 8601
has them), b:1, e:#N/A; and before that m:ROWSxCOLUMNS: for one over several cells."""
import re
import sys
import zipfile
from xml.sax.saxutils import escape

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def place(row, column):
    return f"{chr(65 + column)}{row + 1}"


def split(text):
    found = re.match(r"(?:m:(\d+)x(\d+):)?(?:([ndtbe]):)?(.*)$", text, re.S)
    return found.group(3), int(found.group(1) or 1), int(found.group(2) or 1), found.group(4)


def xlsx_sheet(rows):
    body, merges = "", ""
    for i, row in enumerate(rows):
        body += f'<row r="{i + 1}">'
        for j, cell in enumerate(row):
            kind, down, right, text = split(cell)
            at = place(i, j)
            if down * right > 1:
                merges += f'<mergeCell ref="{at}:{place(i + down - 1, j + right - 1)}"/>'
            if not text:
                continue
            if kind in ("n", "d", "t"):
                style = {"n": 0, "d": 1, "t": 2}[kind]
                body += f'<c r="{at}" s="{style}"><v>{text}</v></c>'
            elif kind in ("b", "e"):
                body += f'<c r="{at}" t="{kind}"><v>{text}</v></c>'
            else:
                body += f'<c r="{at}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
        body += "</row>"
    return f"{HEAD}<worksheet {NS}><sheetData>{body}</sheetData>" + (f"<mergeCells>{merges}</mergeCells>" if merges else "") + "</worksheet>"


def write_xlsx(path, sheets):
    with zipfile.ZipFile(path, "w") as z:
        z.writestr("[Content_Types].xml", f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
        z.writestr("xl/workbook.xml", f'{HEAD}<workbook {NS} xmlns:r="{REL}"><sheets>' + "".join(
            f'<sheet name="{escape(name)}" sheetId="{i + 1}" r:id="rId{i + 1}"/>' for i, (name, _) in enumerate(sheets)) + "</sheets></workbook>")
        z.writestr("xl/_rels/workbook.xml.rels",
                   f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + "".join(
                       f'<Relationship Id="rId{i + 1}" Type="{REL}/worksheet" Target="worksheets/sheet{i + 1}.xml"/>'
                       for i in range(len(sheets))) + "</Relationships>")
        z.writestr("xl/styles.xml", f'{HEAD}<styleSheet {NS}><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd h:mm:ss"/></numFmts>'
                   '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>')
        for i, (_, rows) in enumerate(sheets):
            z.writestr(f"xl/worksheets/sheet{i + 1}.xml", xlsx_sheet(rows))


def ods_cell(cell):
    kind, down, right, text = split(cell)
    span = f' table:number-rows-spanned="{down}" table:number-columns-spanned="{right}"' if down * right > 1 else ""
    if kind == "n":
        return f'<table:table-cell office:value-type="float" office:value="{text}"{span}><text:p>{text}</text:p></table:table-cell>'
    if kind in ("d", "t"):
        return f'<table:table-cell office:value-type="date" office:date-value="{text}"/>'
    if not text:
        return "<table:table-cell/>"
    return f'<table:table-cell office:value-type="string"{span}><text:p>{escape(text)}</text:p></table:table-cell>'


def write_ods(path, sheets):
    tables = "".join(f'<table:table table:name="{escape(name)}">' + "".join(
        "<table:table-row>" + "".join(map(ods_cell, row)) + "</table:table-row>" for row in rows) +
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>'
        for name, rows in sheets)
    with zipfile.ZipFile(path, "w") as z:
        z.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        z.writestr("content.xml", f'{HEAD}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
                   'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
                   f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>")


def main():
    sheets = [(name, [row.split(",") for row in rows.split(";")]) for name, rows in (s.split("=", 1) for s in sys.argv[2:])]
    (write_ods if sys.argv[1].endswith(".ods") else write_xlsx)(sys.argv[1], sheets)


main()
