#!/usr/bin/env python3
"""Every door through which a stranger's file comes in: no file outside its folder is read, nobody on the network is asked, and
what the private file holds appears in no output. Ends with 77 where files cannot be watched. With MINTU_LONG every ending and
path goes through every door; every day each kind through every door and each ending and path through one, and of these trials one in
ten, drawn by a seed that is printed (MINTU_SEED)."""
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

import files
import listener

MINTU = os.environ["MINTU"]
SECRET = "PRIVATE-TOWN"
ENDINGS = ["geojson", "json", "gpkg", "csv", "shp", "fgb", "kml", "gml", "gpx", "ods", "xlsx", "tab", "mif", "vrt", "dxf", "topojson",
           "geojsonl", "xml", "txt", "gdb", "zip", ""]
NETWORKS = ["/vsicurl/http://{a}/x.geojson", "/vsicurl/http:/{a}/x.geojson", "/vsicurl?url=http://{a}/x.geojson",
            "/vsicurl_streaming/http://{a}/x.geojson", "/vsis3/bucket/x.geojson", "/vsis3_streaming/bucket/x.geojson",
            "/vsigs/bucket/x.geojson", "/vsiaz/box/x.geojson", "/vsiadls/box/x.geojson", "/vsioss/bucket/x.geojson",
            "/vsiswift/bucket/x.geojson", "/vsiwebhdfs/http://{a}/webhdfs/v1/x.geojson", "/vsihdfs/x.geojson",
            "/vsizip//vsicurl/http://{a}/x.zip", "/vsizip/{{/vsicurl/http://{a}/x.zip}}/x.geojson", "/vsigzip//vsicurl/http://{a}/x.gz",
            "/vsitar//vsicurl/http://{a}/x.tar", "/vsisubfile/0_10,/vsicurl/http://{a}/x", "http://{a}/x.geojson",
            "HTTP://{a}/x.geojson", "WFS:http://{a}/wfs", "ftp://{a}/x.geojson"]
LONG = bool(os.environ.get("MINTU_LONG"))
SEED = int(os.environ.get("MINTU_SEED") or random.SystemRandom().randrange(1 << 32))
SHARE = 1 if LONG else 0.1  # of the trials that are made
chance = random.Random(SEED)
failures = []


class Trial:
    def __init__(self):
        self.count = 0
        self.root = tempfile.mkdtemp()
        self.outside, self.inside = os.path.join(self.root, "outside"), os.path.join(self.root, "inside")
        os.mkdir(self.outside)
        os.mkdir(self.inside)
        files.write(os.path.join(self.outside, "secret.csv"), f"name,lon,lat\n{SECRET},118,26\n")
        point = {"type": "Feature", "properties": {"name": SECRET}, "geometry": {"type": "Point", "coordinates": [118, 26]}}
        files.write(os.path.join(self.outside, "secret.geojson"), json.dumps({"type": "FeatureCollection", "features": [point]}))
        files.write(os.path.join(self.outside, "secret.svg"), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
        files.write(os.path.join(self.outside, "secret.xsd"), "<schema/>")
        self.listener = listener.Listener()
        self.address = f"127.0.0.1:{self.listener.port}"
        self.watch = listener.Watch(self.outside)
        url = f"http://{self.address}"
        self.environment = dict(os.environ, AWS_S3_ENDPOINT=self.address, AWS_HTTPS="NO", AWS_NO_SIGN_REQUEST="YES",
                                AWS_VIRTUAL_HOSTING="FALSE", CPL_GS_ENDPOINT=url + "/", GS_NO_SIGN_REQUEST="YES",
                                AZURE_STORAGE_CONNECTION_STRING=f"DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;"
                                f"BlobEndpoint={url}/a", OSS_ENDPOINT=self.address, OSS_ACCESS_KEY_ID="a",
                                OSS_SECRET_ACCESS_KEY="a", SWIFT_STORAGE_URL=url, SWIFT_AUTH_TOKEN="a", PROJ_NETWORK="ON",
                                PROJ_NETWORK_ENDPOINT=url, MINTU_DATA=os.environ["MINTU_GEODATA"], LC_ALL="C.UTF-8")

    def path(self, name):
        return os.path.join(self.inside, name)

    def run(self, words, what, may_read=False, always=False):
        """Runs mintu in the folder inside, if it is its turn; whatever leaks is a failure."""
        if not always and not may_read and chance.random() >= SHARE:
            return None
        self.count += 1
        self.watch.take()
        self.listener.take()
        before = set(os.listdir(self.inside))
        try:
            done = subprocess.run([MINTU] + words, cwd=self.inside, env=self.environment, capture_output=True, timeout=120)
        except subprocess.TimeoutExpired:
            failures.append(f"{what}: did not end: {words}")
            return None
        opened, seen = self.watch.take(), self.listener.take()
        text = (done.stdout + done.stderr).decode("utf-8", "replace")
        for name in set(os.listdir(self.inside)) - before:
            path = self.path(name)
            if os.path.isfile(path):
                with open(path, "rb") as file:
                    text += file.read().decode("utf-8", "replace")
                os.unlink(path)
            else:
                shutil.rmtree(path)
        problems = [f"read {opened}"] if opened and not may_read else []
        problems += [f"asked the network for {seen}"] if seen else []
        problems += ["showed the private text"] if SECRET in text and not may_read else []
        problems += [f"ended with {done.returncode}"] if done.returncode not in (0, 1, 2, 3, 4, 5) else []
        if problems:
            failures.append(f"{what}: mintu {' '.join(words)}: {'; '.join(problems)}\n    {text.strip()[:300]}")
        return done.returncode, text

    def style(self, data, icon=None, crs=None):
        layers = [{"id": "t", "type": "symbol", "source": "s", "layout": {"text-field": ["get", "name"]}}]
        layers[0]["layout"].update({"icon-image": icon} if icon else {})
        page = {"mintu:layout": {"crs": crs}} if crs else {}
        return files.write(self.path("style.json"), json.dumps(
            {"version": 8, "metadata": page, "sources": {"s": {"type": "geojson", "data": data}}, "layers": layers}))

    def typed(self, path, what, turn=None):
        """The file typed on the command line, at every option and operand that takes one; with a turn, at one of them."""
        doors = [["summary", "--layer", "./" + path, "--rows", "name", "-o", "-"], ["geocode", "-i", path, "-o", "out.csv"],
                 ["reverse", "-i", path, "-o", "out.csv"], ["classify", "./" + path, "--field", "name"],
                 ["greenway", "--lines", path, "-o", "out.csv"], ["greenway", "--places", "./" + path, "-o", "out.csv"],
                 ["greenway", "--barriers", path, "-o", "out.csv"], ["greenway", "--add", path, "-o", "out.csv"],
                 ["data", "import-boundaries", path, "-o", "out.gpkg"],
                 ["data", "import-roster", path, "--roster", "town", "-o", "out"], ["data", "import-points", path, "-o", "out"], ["scan", path], ["notice", path]]
        for words in [doors[turn % len(doors)]] if turn is not None and not LONG else doors:
            self.run(words, what)

    def named(self, name, what, whole=True):
        """The file named by a style."""
        self.style(name)
        self.run(["render", "style.json", "-o", "map.svg"], what + ", in a style")
        if not whole and not LONG:
            return
        self.run(["style", "check", "style.json"], what + ", in a style that is checked")
        self.style(name + "|layername=secret")
        self.run(["render", "style.json", "-o", "map.svg"], what + ", a layer of it in a style")


def try_contents(trial):
    """What is inside is no file of the ending's kind but one that names others."""
    secret, url = os.path.join(trial.outside, "secret.csv"), f"http://{trial.address}"
    contents = {"VRT": files.vrt(secret, url), "WFS": files.wfs(url),
                "GML with a schema on the network": files.gml(url + "/a.xsd", url + "/a.dtd"),
                "GML with a schema outside": files.gml(os.path.join(trial.outside, "secret.xsd"), "file://" + secret)}
    for kind, content in contents.items():
        for number, ending in enumerate(ENDINGS):
            name = "towns." + ending if ending else "towns"
            files.write(trial.path(name), content)
            if kind == "VRT" or ending in ("gml", "geojson", "xml") or LONG:
                trial.named(name, f"{kind} as .{ending}", whole=ending == "geojson")
                trial.typed(name, f"{kind} as .{ending}", None if ending == "geojson" else number)
            os.unlink(trial.path(name))


def try_formats(trial):
    """Files of the listed formats that name others."""
    url, secret = f"http://{trial.address}", os.path.join(trial.outside, "secret")
    made = {"KML with a network link": files.write(trial.path("a.kml"), files.kml(url)),
            "GeoJSON with a linked system": files.write(trial.path("b.geojson"), files.geojson_crs(url + "/crs")),
            "GeoJSON with a system in a file": files.write(trial.path("c.geojson"), files.geojson_crs(secret + ".csv")),
            "seamless MapInfo table": files.write(trial.path("d.tab"), files.seamless(secret + ".tab")),
            "MapInfo view": files.write(trial.path("e.tab"), files.view(secret + ".tab")),
            "workbook with a link": files.workbook(trial.path("f.xlsx"), url),
            "GeoPackage whose view fetches": files.geopackage(
                trial.path("g.gpkg"), "CREATE VIEW towns AS SELECT fid, ogr_geocode(name, 'raw', "
                f"'QUERY_TEMPLATE={url}/?q=%s') AS name FROM base"),
            "GeoPackage whose view loads": files.geopackage(
                trial.path("h.gpkg"), f"CREATE VIEW towns AS SELECT fid, ogr_datasource_load_layers('{secret}.csv') AS name FROM base"),
            "GeoPackage whose table is another file": files.geopackage(
                trial.path("i.gpkg"), f"CREATE VIRTUAL TABLE towns USING VirtualOGR('{secret}.csv')"),
            "GeoPackage whose table's name hides its module": files.geopackage(
                trial.path("j.gpkg"), f"CREATE VIRTUAL TABLE towns /* USING rtree( */ USING VirtualOGR('{secret}.csv')")}
    for kind, path in made.items():
        name = os.path.basename(path)
        trial.typed(name, kind)
        trial.named(name, kind)
        os.unlink(path)


def try_links(trial):
    """Links, and files beside one that are links, lead outside."""
    for ending in ("csv", "geojson"):
        link = trial.path("link." + ending)
        os.symlink(os.path.join(trial.outside, "secret." + ending), link)
        trial.named("link." + ending, "a link")
    os.symlink(trial.outside, trial.path("folder"))
    trial.named("folder/secret.csv", "a link to a folder")
    trial.named("folder/secret.geojson", "a link to a folder")
    shape = subprocess.run(["ogr2ogr", "-f", "ESRI Shapefile", trial.path("shape.shp"), os.path.join(trial.outside, "secret.geojson")],
                           capture_output=True) if shutil.which("ogr2ogr") else None
    if shape and shape.returncode == 0:
        shutil.move(trial.path("shape.dbf"), os.path.join(trial.outside, "secret.dbf"))
        os.symlink(os.path.join(trial.outside, "secret.dbf"), trial.path("shape.dbf"))
        trial.named("shape.shp", "a table beside a shapefile that is a link")
        for turn in range(4):
            trial.typed("shape.shp", "a table beside a shapefile that is a link, typed", turn)
        for ending in ("dbf", "prj", "cpg"):
            shutil.copy(os.path.join(trial.outside, "secret.dbf"), trial.path("pipe.dbf"))
            shutil.copy(trial.path("shape.shp"), trial.path("pipe.shp"))
            shutil.copy(trial.path("shape.shx"), trial.path("pipe.shx"))
            if os.path.exists(trial.path("pipe." + ending)):
                os.unlink(trial.path("pipe." + ending))
            os.mkfifo(trial.path("pipe." + ending))
            trial.typed("pipe.shp", f"a pipe as .{ending} beside a shapefile", 0)
            os.unlink(trial.path("pipe." + ending))
    base = os.path.join(trial.outside, "base.gdb")
    made = shutil.which("ogr2ogr") and subprocess.run(["ogr2ogr", "-f", "OpenFileGDB", base, os.path.join(trial.outside, "secret.geojson")],
                                                      capture_output=True).returncode == 0
    if made:
        shutil.copytree(base, trial.path("own.gdb"))
        done = trial.run(["summary", "--layer", "own.gdb", "--rows", "name"], "a geodatabase", may_read=True)
        if not done or done[0] != 0 or SECRET not in done[1]:
            failures.append(f"a geodatabase was not read: {done}")
        for name in os.listdir(base):
            os.unlink(trial.path("own.gdb/" + name))
            os.symlink(os.path.join(base, name), trial.path("own.gdb/" + name))
        trial.typed("own.gdb", "a geodatabase of links", 0)
        trial.named("own.gdb", "a geodatabase of links")
        for name in os.listdir(base):
            os.unlink(trial.path("own.gdb/" + name))
            os.mkfifo(trial.path("own.gdb/" + name))
        trial.typed("own.gdb", "a geodatabase of pipes", 0)
        shutil.rmtree(trial.path("own.gdb"))


def try_paths(trial):
    """Paths that lead upwards, elsewhere, or to the network."""
    outside = [os.path.join(trial.outside, "secret.geojson"), "../outside/secret.geojson", "./../outside/secret.geojson",
               "x/../../outside/secret.geojson", "file://" + os.path.join(trial.outside, "secret.geojson"),
               "//" + os.path.join(trial.outside, "secret.geojson"), "/vsimem/../" + os.path.join(trial.outside, "secret.geojson"),
               "/vsisubfile/0," + os.path.join(trial.outside, "secret.geojson"),
               "/vsisparse/" + os.path.join(trial.outside, "secret.geojson"), "CSV:" + os.path.join(trial.outside, "secret.csv"),
               "GPKG:" + os.path.join(trial.outside, "secret.geojson")]
    networks = [network.format(a=trial.address) for network in NETWORKS]
    for path in outside + networks:
        trial.named(path, "a path in a style", whole=path == networks[0])
        trial.style({"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"name": "A"}, "geometry": {"type": "Point", "coordinates": [118, 26]}}]}, icon=path)
        trial.run(["render", "style.json", "-o", "map.svg"], "a path as an icon")
    for turn, path in enumerate(networks):
        trial.typed(path, "a network path that is typed", turn or None)
        trial.run(["export", "pilots", "-o", path], "a network path as output")
        trial.run(["render", path], "a network path as style")
        trial.run(["places", "--data", path], "a network path as data package")


def try_references(trial):
    """Reference systems that name files, and icons that refer to others."""
    secret, url = os.path.join(trial.outside, "secret.csv"), f"http://{trial.address}"
    inline = {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"name": "A"}, "geometry": {"type": "Point", "coordinates": [118, 26]}}]}
    fifo = os.path.join(trial.outside, "fifo")
    os.mkfifo(fifo)
    every = files.definitions(secret)
    waited = [crs.replace(secret, fifo) for crs in (every if LONG else every[6:13:3])]  # a pipe that is opened is waited for
    for crs in every + waited + [f"+proj=tmerc +lon_0=118 +ellps=GRS80 +geoidgrids={url}/x.tif", url + "/crs"]:
        trial.style(inline, crs=crs)
        for words in (["render", "style.json", "-o", "map.svg"], ["style", "check", "style.json"]):
            done = trial.run(words, "a reference system in a style")
            if done and done[0] != 3:
                failures.append(f"{words[0]} ended with {done[0]} for the reference system {crs}")
    trial.style(inline, crs="EPSG:4509")
    done = trial.run(["render", "style.json", "-o", "map.svg"], "a reference system of PROJ's own", always=True)
    if not done or done[0] != 0:
        failures.append(f"a code as reference system did not draw: {done}")
    for link in (url + "/a.png", "file://" + os.path.join(trial.outside, "secret.svg"), "../outside/secret.svg"):
        files.write(trial.path("icon.svg"), files.svg(link))
        trial.style(inline, icon="icon.svg")
        trial.run(["render", "style.json", "-o", "map.svg"], "an icon that refers to a file")


def with_definition(trial, definition):
    """Files of every format that can bring a definition of its own: (name, what)."""
    files.write(trial.path("a.csv"), "name,wkt\nA,POINT(500000 2900000)\n")
    files.write(trial.path("a.prj"), definition)
    files.write(trial.path("b.geojson"), files.geojson_named(definition))
    files.write(trial.path("c.geojson"), files.geojson_named(definition, escape=True))
    files.write(trial.path("d.geojson"), files.geojson_named(definition, far=True))
    files.write(trial.path("e.txt"), files.geojson_named(definition, escape=True))
    files.write(trial.path("f.geojsonl"), files.geojson_named(definition, kind="Feature"))
    files.write(trial.path("g.topojson"), files.geojson_named(definition, kind="Topology"))
    files.write(trial.path("h.gml"), files.gml_in(definition))
    files.geopackage_in(trial.path("i.gpkg"), definition)
    files.geopackage_in(trial.path("j.gpkg"), definition, "definition_12_063")
    names = ["a.csv", "b.geojson", "c.geojson", "d.geojson", "e.txt", "f.geojsonl", "g.topojson", "h.gml", "i.gpkg", "j.gpkg"]
    shutil.copy(trial.path("plain.shp"), trial.path("k.shp")) if os.path.exists(trial.path("plain.shp")) else None
    if os.path.exists(trial.path("k.shp")):
        for ending in ("dbf", "shx"):
            shutil.copy(trial.path("plain." + ending), trial.path("k." + ending))
        files.write(trial.path("k.prj"), definition)
        names.append("k.shp")
    return names


def try_definitions(trial):
    """Reference systems that layers bring."""
    if shutil.which("ogr2ogr"):
        subprocess.run(["ogr2ogr", trial.path("plain.shp"), os.path.join(trial.outside, "secret.geojson"), "-sql",
                        "SELECT 1 AS name FROM secret"], capture_output=True)
    every = files.definitions(os.path.join(trial.outside, "secret.csv"))
    for turn, definition in enumerate(every if LONG else every[:2] + every[6:7] + every[10:11] + every[18:24] + every[24:25]):
        for name in with_definition(trial, definition):
            trial.run(["summary", "--layer", "./" + name, "--rows", "name"], f"the reference system {definition} in a layer")
            if turn == 0 or LONG:
                trial.named(name, f"the reference system {definition} in a layer", whole=False)
    for definition in (every[0], every[18], every[21]):
        waiting = definition.replace("secret.csv", "fifo")
        for name in with_definition(trial, waiting):
            trial.run(["summary", "--layer", "./" + name, "--rows", "name"], f"the reference system {waiting} in a layer")


def try_packages(trial):
    """Resources of a data package."""
    source = os.environ["MINTU_GEODATA"]
    package = os.path.join(trial.root, "package")
    shutil.copytree(source, package)
    with open(os.path.join(package, "datapackage.json"), encoding="utf-8") as file:
        description = json.load(file)
    secret, url = os.path.join(trial.outside, "secret.csv"), f"http://{trial.address}"
    paths = [secret, "../outside/secret.csv", url + "/places.csv", f"/vsicurl/{url}/places.csv", "folder/secret.csv", "/vsis3/b/p.csv"]
    os.symlink(trial.outside, os.path.join(package, "folder"))
    for stem in ("places", "agencies", "base", "greenways"):
        for path in paths + ["link"]:
            changed = json.loads(json.dumps(description))
            resource = next(r for r in changed["resources"] if os.path.splitext(r["path"])[0] == stem)
            if path == "link":  # the file itself leads outside
                own = os.path.join(package, resource["path"])
                os.rename(own, own + ".kept")
                os.symlink(secret, own)
            else:
                resource["path"] = path
            files.write(os.path.join(package, "datapackage.json"), json.dumps(changed))
            every = [["places"], ["tasks"], ["export", "greenways", "-o", "out.geojson"], ["export", "land", "-o", "out.geojson"],
                     ["export", stem, "-o", "out.csv"], ["data", "check"], ["geocode", "龙门镇"]]
            for words in every if path in (secret, "link") or LONG else [["export", stem, "-o", "out.csv"]]:
                trial.run(words + ["--data", package], f"resource {stem} at {path}")
            if path == "link":
                os.unlink(own)
                os.rename(own + ".kept", own)
    for ending in ("gpkg", "geojson", "csv"):  # a layer whose content is no layer
        changed = json.loads(json.dumps(description))
        resource = next(r for r in changed["resources"] if os.path.splitext(r["path"])[0] == "greenways")
        resource["path"] = "hostile." + ending
        files.write(os.path.join(package, "hostile." + ending), files.vrt(secret, url))
        files.write(os.path.join(package, "datapackage.json"), json.dumps(changed))
        trial.run(["export", "greenways", "-o", "out.geojson", "--data", package], "a VRT in a package")
        trial.run(["greenway", "-o", "out.csv", "--data", package], "a VRT in a package")
        trial.run(["data", "check", "--data", package], "a VRT in a package")


def try_allowed(trial):
    """What the user allows opens local files elsewhere, and never the network."""
    trial.style(os.path.join(trial.outside, "secret.geojson"))
    done = trial.run(["render", "style.json", "--allow-files", "-o", "map.svg"], "a file that is allowed", may_read=True)
    if done is None or done[0] not in (0, 1):
        failures.append(f"--allow-files did not open a local file: {done}")
    done = trial.run(["summary", "--layer", os.path.join(trial.outside, "secret.geojson"), "--rows", "name"], "a file that is typed",
                     may_read=True)
    if done is None or done[0] != 0 or SECRET not in done[1]:
        failures.append(f"a local file that is typed was not read: {done}")
    for network in NETWORKS:
        trial.style(network.format(a=trial.address))
        trial.run(["render", "style.json", "--allow-files", "-o", "map.svg"], "a network path with --allow-files")


def main():
    if not hasattr(os, "symlink") or sys.platform != "linux":
        sys.exit(77)
    trial = Trial()
    try:
        for attempt in (try_allowed, try_contents, try_formats, try_links, try_paths, try_references, try_definitions, try_packages):
            attempt(trial)
    finally:
        shutil.rmtree(trial.root)
    print(f"{trial.count} trials, {'all' if LONG else f'drawn by the seed {SEED} (MINTU_SEED)'}; {len(failures)} failures")
    print("\n".join(failures))
    sys.exit(1 if failures else 0)


main()
