#!/usr/bin/env python3
"""The rooms of src/: each includes only those before it in the list, and big libraries stay in theirs; inside a room no circle of
sources, each function declared in the header of its own source (or a public one), no two files and no two types of one name, at most 40 sources."""
import collections
import os
import pathlib
import re
import sys

ROOMS = ("base format layer table geometry gdal route gazetteer expression style geocode scan reverse amend notice task analyse catalogue icon canvas raster label furniture "
         "map sheet doctor atlas console build cli").split()
PROGRAM = ["console", "build", "cli"]  # built on the public headers
LIBRARIES = {  # the first word of a library's headers, and the only rooms that include them
    r"(gdal|ogr|cpl|loaded_gdal)[a-z_]*\.h": {"gdal"},
    r"(geos_c|proj|geodesic)\.h": {"geometry"},
    r"(cairo|pango|librsvg)[a-z/_-]*\.h": {"canvas"},
    r"igraph": {"analyse", "route"},
}
APART = {("canvas", "gazetteer"), ("raster", "gazetteer"), ("label", "gazetteer"), ("furniture", "gazetteer"), ("map", "gazetteer"), ("style", "gazetteer"),
         ("expression", "gazetteer")}  # these know towns only as layers
MOST = 40
problems = []


def bad(text):
    problems.append(text)


def stem(path):
    return f"{path.parent.name}/{path.stem}"


def strip(text):
    """Without comments, texts and characters."""
    return re.sub(r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])+'",
                  lambda match: " " if match.group(0)[0] == "/" else '""', text, flags=re.S)


def definitions(text):
    """Names of the functions that a source defines for others: they begin in column 0 and are not static."""
    for match in re.finditer(r"^(?!static|typedef|extern|#|\s)[A-Za-z_][\w \*]*?\b((?:mintu|cli)_\w+)\(([^;{}]*)\)\s*\{", text, re.M):
        yield match.group(1)


def main():
    root = pathlib.Path(os.environ["MINTU_SOURCE"])
    files = sorted(root.glob("src/*/*.[ch]"))
    raw = {path: path.read_text(encoding="utf-8") for path in files}
    code = {path: strip(raw[path]) for path in files}
    public = strip("".join(p.read_text(encoding="utf-8") for p in root.glob("include/mintu/*.h")))
    defined = {name: stem(path) for path in files if path.suffix == ".c" for name in definitions(code[path])}
    edges = collections.defaultdict(dict)
    for path in files:
        room, own = path.parent.name, stem(path)
        if room not in ROOMS:
            bad(f"{path.relative_to(root)}: the room {room} is not in the list")
            continue
        for include in re.findall(r'^#include "([^"]+)"', raw[path], re.M):
            target = include.split("/")[0]
            if not (root / "src" / include).exists():
                bad(f"{path.relative_to(root)}: includes {include}, which is no path from src/")
            elif target == room:
                edges[own].setdefault(include[:-2], f"includes {include}")
            elif room in PROGRAM and target not in PROGRAM[:PROGRAM.index(room)]:
                bad(f"{path.relative_to(root)}: the program is built on the public headers alone, and includes {include}")
            elif ROOMS.index(target) > ROOMS.index(room):
                bad(f"{path.relative_to(root)}: {room} comes before {target}, and includes {include}")
            elif (room, target) in APART:
                bad(f"{path.relative_to(root)}: {room} knows towns only as layers, and includes {include}")
        for pattern, allowed in LIBRARIES.items():
            if room not in allowed and re.search(rf"^#include <{pattern}", raw[path], re.M):
                bad(f"{path.relative_to(root)}: only {', '.join(sorted(allowed))} may include that library")
        for name in set(re.findall(r"\b((?:mintu|cli)_\w+)\s*\(", code[path])) if path.suffix == ".c" else ():
            other = defined.get(name)
            if other and other != own and other.split("/")[0] == room:
                edges[own].setdefault(other, f"calls {name}()")
            elif other and other != own and ROOMS.index(other.split("/")[0]) > ROOMS.index(room):
                bad(f"{path.relative_to(root)}: {room} comes before {other.split('/')[0]}, and calls {name}()")
        own_include = f'#include "{own}.h"'
        includes = re.findall(r"^#include .*", raw[path], re.M)
        if path.suffix == ".c" and path.with_suffix(".h") in raw and includes[0] != own_include:
            bad(f"{path.relative_to(root)}: its own header is not the first that it includes")
    check_headers(root, defined, code, public)
    check_circles(edges)
    check_names(files)
    check_types({**code, **{path: strip(path.read_text(encoding="utf-8")) for path in root.glob("include/mintu/*.h")}})
    for room in ROOMS:
        count = len(list(root.glob(f"src/{room}/*.c")))
        if count > MOST:
            bad(f"src/{room}: {count} sources, at most {MOST}")
    print("\n".join(problems))
    sys.exit(1 if problems else 0)


def check_headers(root, defined, code, public):
    for name, own in sorted(defined.items()):
        room, file = own.split("/")
        if room == "cli" and (file.startswith("cmd_") or file == "main"):
            continue
        header = root / "src" / (own + ".h")
        declared = header in code and re.search(rf"\b{name}\(", code[header])
        if not declared and not re.search(rf"\b{name}\(", public):
            bad(f"src/{own}.c: {name}() is not declared in a header of its own, src/{own}.h")


def check_circles(edges):
    """Tarjan's strongly connected components; one with more than one source is a circle."""
    index, low, stack, on, counter, circles = {}, {}, [], set(), [0], []

    def visit(node):
        index[node] = low[node] = counter[0]
        counter[0] += 1
        stack.append(node)
        on.add(node)
        for other in edges.get(node, ()):
            if other == node:
                continue
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in on:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            part = []
            while True:
                part.append(stack.pop())
                on.discard(part[-1])
                if part[-1] == node:
                    break
            if len(part) > 1:
                circles.append(sorted(part))

    sys.setrecursionlimit(10000)
    for node in sorted(edges):
        if node not in index:
            visit(node)
    for part in circles:
        ties = [f"{a} {edges[a][b]} of {b}" for a in part for b in sorted(edges[a]) if b in part and a != b]
        bad(f"circle of {len(part)} sources: {', '.join(part)}\n    " + "\n    ".join(ties[:8]))


def check_names(files):
    rooms = collections.defaultdict(set)
    for path in files:
        rooms[path.stem].add(path.parent.name)
    for name, where in sorted(rooms.items()):
        if len(where) > 1:
            bad(f"two files are called {name}: in {', '.join(sorted(where))}")


def check_types(code):
    """A name of a type means one thing in all rooms."""
    defined = collections.defaultdict(set)
    for path, text in code.items():
        for name in re.findall(r"^typedef (?:struct|enum|union)\b[^;{]*\{.*?^\} (\w+);", text, re.M | re.S):
            if name.startswith(("mintu_", "cli_")):
                defined[name].add(str(path.parent.name) + "/" + path.name)
    for name, where in sorted(defined.items()):
        if len(where) > 1:
            bad(f"two types are called {name}: in {', '.join(sorted(where))}")


main()
