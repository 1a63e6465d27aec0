"""Runs commands on files, styles and arguments that hold escape sequences; none may reach a terminal as they are."""
import json
import os
import re
import subprocess
import sys

EVIL = "x\x1b[31m\x1b]0;t\x07\x7f\u009b31m\u202ey\u2066z\u2028w"
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
TERMINAL = "--tty" in sys.argv
failed, shown = False, 0


def write(name, text):
    with open(name, "wb") as file:
        file.write(text.encode() if isinstance(text, str) else text)


def style(name, **change):
    feature = {"type": "Feature", "properties": {"n": EVIL}, "geometry": {"type": "Point", "coordinates": [117, 26]}}
    layer = {"id": EVIL, "type": "symbol", "source": "a", "layout": {"text-field": ["get", "n"]}, "metadata": {"mintu:required": True}}
    document = {"version": 8, "metadata": {"mintu:layout": {"page": {"size": "A6"}, "extent": [116, 25, 118, 27]}},
                "sources": {"a": {"type": "geojson", "data": feature}}, "layers": [{**layer, **change}]}
    write(name, json.dumps(document))


def run(*words):
    """Both streams are shown to people here."""
    global failed, shown
    command = [os.environ["MINTU"], *words]
    if TERMINAL:
        quoted = " ".join("'" + word.replace("'", "'\\''") + "'" for word in command)
        done = subprocess.run(["script", "-qec", quoted, "/dev/null"], capture_output=True, check=False, stdin=subprocess.DEVNULL)
        output = done.stdout.replace(b"\r", b"")  # ends of lines, and progress that is written over
    else:
        done = subprocess.run(command, capture_output=True, check=False)
        output = done.stdout + done.stderr
    text = output.decode(errors="surrogateescape")
    shown += "\\u202e" in text or "\\x9b" in text
    if RAW.search(text) or re.search("[\udc80-\udcff]", text):
        failed = True
        print(words, "exit", done.returncode, "printed", repr(text[:600]))


def write_files():
    write("names.csv", f'name,"{EVIL}"\n"{EVIL}",1\n')
    write("points.csv", f'lon,lat,{EVIL}\n117,26,{EVIL}\n"{EVIL}",1,2\n')
    write("table.csv", f'kind,v,lon,lat\n"{EVIL}",1,117,26\n"a{EVIL}",2,117,26\n')
    write("text.txt", f"{EVIL}在安溪县龙门镇、{EVIL}虎邱镇，共三个镇（{EVIL}龙门。\n")
    write("notice.txt", f"一、{EVIL}安排\n1.{EVIL}建设龙门镇污水厂。（牵头单位：省{EVIL}厅）\n3.{EVIL}完成\n")
    write("bad.json", f'{{"version": 8, {EVIL}}}')
    write(EVIL + ".csv", "name\n水头\n")
    style("label.json")
    style("layer.json", type=EVIL)
    style("font.json", layout={"text-field": "镇", "text-font": [EVIL]})
    style("key.json", paint={EVIL: 1})
    style("name.json", metadata={"mintu:" + EVIL: 1})
    write("evil/datapackage.json", json.dumps({"name": EVIL, "title": EVIL, "resources": [{"name": EVIL, "path": EVIL + ".csv"}]}))


os.makedirs("evil", exist_ok=True)
write_files()
if TERMINAL:
    run("style", "eval", json.dumps("x\u009b\u202ey"))
    run("style", "eval", json.dumps(EVIL))
    run("classify", "table.csv", "--field", "v", "--classes", "1", "--colours", EVIL, "--step")
    run("notice", "--json", "notice.txt")
    run("render", "label.json", "--dpi", "72", "-o", EVIL + ".png")
    several = shown
    run("geocode", "-i", "names.csv", "--field", "name")
    run("geocode", "-i", "names.csv", "--field", "name", "--review", "-")
    run("reverse", "-i", "points.csv")
    for form in ("csv", "json", "geojson"):
        run("geocode", EVIL + "水头", "--format", form)
        run("geocode", "-i", "names.csv", "--field", "name", "--format", form)
        run("reverse", "-i", "points.csv", "--format", form)
        run("scan", "text.txt", "--format", form)
        run("summary", "--layer", "table.csv", "--rows", "kind", "--format", form)
        run("greenway", "--places", "table.csv", "--format", form)
        run("classify", "table.csv", "--field", "v", "--format", form)
    run("render", "label.json", "--dpi", "72", "-o", "map.png", "--report", "-")
    run("render", "label.json", "--dpi", "72", "-o", "-", "-f", "svg")
    run("geocode", "-i", "names.csv", "--field", "name", "-o", "/dev/tty")
    run("geocode", "-i", "names.csv", "--field", "name", "-o", "/dev/stdout")
    sys.exit(failed or several < 5 or shown < several + 15)
for words in ([EVIL], [EVIL, EVIL], ["data", EVIL], ["help", EVIL], ["--manual", EVIL], ["--" + EVIL], ["places", "--" + EVIL], ["places", "-" + EVIL],
              ["places", EVIL], ["places", "--level", EVIL], ["places", "--in", EVIL], ["places", "--as-of", EVIL], ["places", "--data", EVIL],
              ["places", "--data", "evil"], ["data", "check", "--data", "evil"], ["geocode", EVIL], ["geocode", "-i", EVIL],
              ["geocode", "-i", "names.csv", "-o", "out.csv"], ["geocode", "-i", "names.csv", "--field", EVIL + "1"], ["geocode", EVIL + "水头"], ["reverse", EVIL, EVIL],
              ["reverse", "-i", "points.csv", "-o", "out.csv"], ["reverse", "-i", "points.csv", "--name-field", EVIL + "1"], ["scan", "text.txt"], ["scan", EVIL],
              ["notice", "notice.txt"], ["notice", "notice.txt", "--table", "tasks"], ["notice", "notice.txt", "--table", EVIL],
              ["notice", "notice.txt", "--table", "findings"], ["explain", EVIL], ["tasks", "--place", EVIL], ["tasks", "--agency", EVIL], ["quota", "--by", EVIL],
              ["summary", "--layer", "table.csv", "--rows", "kind"], ["summary", "--layer", "table.csv", "--rows", EVIL],
              ["summary", "--layer", EVIL + ".csv", "--rows", EVIL], ["classify", EVIL, "--field", "v"], ["classify", "names.csv", "--field", EVIL + "1"],
              ["greenway", "--lines", EVIL], ["greenway", "--places", EVIL], ["export", EVIL], ["export", "pilots", "-o", EVIL + "/x.csv"],
              ["export", "pilots", "-o", EVIL], ["render", "label.json", "--dpi", "72"], ["render", "font.json", "--dpi", "72"], ["render", "label.json", "--size", EVIL],
              ["render", "label.json", "--extent", EVIL], ["render", "label.json", "--crs", EVIL], ["render", "layer.json"], ["render", "bad.json"],
              ["style", "check", "layer.json", "key.json", "name.json"], ["style", "check", EVIL], ["style", "check", "bad.json"], ["style", "eval", f'["get", "{EVIL}'],
              ["style", "eval", json.dumps(["get", EVIL, EVIL])], ["style", "eval", json.dumps([EVIL])], ["style", "eval", "1", "--properties", EVIL],
              ["data", "import-boundaries", "names.csv"], ["data", "import-boundaries", EVIL]):
    run(*words)
    if words[0] != "data":
        run(*[word.replace(EVIL, "\udc9b") for word in words])  # a byte that is no UTF-8
print(shown)
sys.exit(failed or shown < 70)
