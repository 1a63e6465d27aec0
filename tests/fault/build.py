"""`mintu build` killed at random moments, on a full disk, twice at once, and while its inputs change: afterwards every file is whole, the
next run makes what is missing and nothing else, and in the end all bytes are those of one undisturbed run.

MINTU_MOMENTS: how many moments; 8 by default. MINTU_SEED: the seed of an earlier run."""
import fcntl
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import trial

MOMENTS = int(os.environ.get("MINTU_MOMENTS") or 8)
chance = random.Random(trial.SEED)
BUILD = {"title": "Test", "maps": [{"style": "maps/one.json", "options": {"dpi": 72, "size": "60x80mm"}, "formats": ["png", "svg"]},
                                   {"style": "maps/two.json", "options": {"dpi": 72, "size": "60x80mm"}, "formats": ["pdf"]}],
         "layers": [{"layer": "pilots", "formats": ["geojson", "gpkg"]}],
         "tables": [{"command": "tasks", "formats": ["csv", "xlsx"]}, {"command": "summary", "name": "count"}]}
folder = os.path.realpath(tempfile.mkdtemp(prefix="mintu-build-"))
package = os.path.join(folder, "package")
problems = []


def check(what, good, said=""):
    if not good:
        problems.append(f"{what}: {str(said)[-600:]}")


def write(name, text):
    with open(os.path.join(package, name), "w", encoding="utf-8") as stream:
        stream.write(text)


def start(out, *more, **variables):
    return subprocess.Popen([trial.MINTU, "build", "--data", package, "-o", out, "--explain", *more], cwd=folder, text=True,
                            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=trial.environment(**variables))


def build(out, *more, **variables):
    """Exit code, path to "made", "kept" or "failed", and standard error."""
    process = start(out, *more, **variables)
    printed, said = process.communicate(timeout=300)
    return process.returncode, {line.split()[1].rstrip(":"): line.split()[0] for line in printed.splitlines()}, said


def files(out):
    return {name: data for name, data in trial.tree(os.path.join(folder, out)).items() if not name.startswith(".build")}


def log_of(out):
    with open(os.path.join(folder, out, ".build/log.jsonl"), encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def made(states):
    return sorted(path for path, state in states.items() if state == "made")


def test_whole():
    begin = time.monotonic()
    code, states, said = build("whole")
    length = time.monotonic() - begin
    check("undisturbed", code == 0 and set(states.values()) == {"made"}, said)
    lines = len(log_of("whole"))
    code, states, said = build("whole")
    check("again", code == 0 and made(states) == [], states)
    check("again, nothing is made by the log", all("file" in line for line in log_of("whole")[lines:]))
    manifest = json.loads(files("whole")["manifest.json"])
    check("manifest", {entry["path"] for entry in manifest["outputs"]} == set(files("whole")) - {"manifest.json"}, manifest)
    check("manifest, no day or folder", folder not in json.dumps(manifest) and "seconds" not in json.dumps(manifest))
    return files("whole"), length


def test_moment(number, delay, expected):
    what = f"{number.name} after {delay * 1000:.0f} ms (seed {trial.SEED})"
    process = start("killed", "--jobs", "2")
    time.sleep(delay)
    process.send_signal(number)
    process.communicate(timeout=120)
    stood = files("killed") if os.path.exists(os.path.join(folder, "killed")) else {}
    for name, data in stood.items():
        check(f"{what}: {name} is half", data == expected.get(name))
    code, states, said = build("killed", "--jobs", "2")
    check(f"{what}: the next run", code == 0, said)
    check(f"{what}: made twice", not set(made(states)) & set(stood), made(states))
    check(f"{what}: other bytes", files("killed") == expected, sorted(files("killed")))
    check(f"{what}: left over", os.listdir(os.path.join(folder, "killed/.build/making")) == [])
    shutil.rmtree(os.path.join(folder, "killed"))


def test_one_style(expected):
    write("maps/two.json", trial.STYLE.replace("#036", "#900"))
    lines = len(log_of("whole"))
    code, states, said = build("whole")
    check("one style changed", code == 0 and made(states) == ["two.pdf"], states)
    added = [line["output"] for line in log_of("whole")[lines:] if "command" in line]
    check("one style changed, by the log", added == ["two.pdf"], added)
    write("maps/two.json", trial.STYLE)
    code, states, said = build("whole")
    check("changed back", code == 0 and made(states) == ["two.pdf"] and files("whole") == expected, states)
    os.utime(os.path.join(package, "maps/one.json"))
    code, states, said = build("whole")
    check("touched, the same bytes", code == 0 and made(states) == [], states)


def test_output_gone(expected):
    os.unlink(os.path.join(folder, "whole/one.svg"))
    with open(os.path.join(folder, "whole/tasks.csv"), "ab") as stream:
        stream.write(b"more\n")
    code, states, said = build("whole")
    check("outputs gone and changed", code == 0 and made(states) == ["one.svg", "tasks.csv"] and files("whole") == expected, states)


def test_table_changed(expected):
    """A table of the package: what reads it is made again, a map that does not is not."""
    path = os.path.join(package, "tasks.csv")
    with open(path, "rb") as stream:
        before = stream.read()
    with open(path, "wb") as stream:
        stream.write(before.rstrip(b"\n") + b"\n\n")
    code, states, said = build("whole")
    check("a table changed", {"tasks.csv", "tasks.xlsx"} <= set(made(states)) and states["one.png"] == "kept", states)
    with open(path, "wb") as stream:
        stream.write(before)
    code, states, said = build("whole")
    check("a table changed back", code == 0 and files("whole") == expected, said)


def test_lock(expected):
    with open(os.path.join(folder, "whole/.build/lock"), "rb+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        process = start("whole")
        line = process.stderr.readline()
        check("locked", "another build is at work" in line, line)
    printed, said = process.communicate(timeout=120)
    check("lock released", process.returncode == 0 and not printed.startswith("made"), said)
    both = [start("twice"), start("twice")]
    said = [process.communicate(timeout=300) for process in both]
    check("two at once", [process.returncode for process in both] == [0, 0] and files("twice") == expected, said)
    outputs = [line["output"] for line in log_of("twice") if "command" in line]
    check("two at once, nothing made twice", len(outputs) == len(set(outputs)), outputs)


def test_changing(expected):
    process = start("changing", "--jobs", "1")
    making = os.path.join(folder, "changing/.build/log.jsonl")
    while process.poll() is None and not os.path.exists(making):
        time.sleep(0.002)
    write("maps/one.json", trial.STYLE.replace("#036", "#063"))
    printed, said = process.communicate(timeout=300)
    check("a style changes during the build", process.returncode == 0, said)
    fresh, states, said = build("fresh")
    check("a style changed during the build", fresh == 0 and files("changing") == files("fresh"), said)
    write("maps/one.json", trial.STYLE)


def test_full_disk(expected):
    out = os.path.join(folder, "full")
    os.makedirs(out)
    code, states, said = build("full", LD_PRELOAD=":".join(trial.PRELOAD), FAULT_FOLDER=out, FAULT_CALL="room", FAULT_BYTES="30000")
    check("full disk", code == 5 and "No space left on device" in said, said)
    for name, data in files("full").items():
        check(f"full disk: {name}", name == "manifest.json" or data == expected.get(name))
    code, states, said = build("full")
    check("room again", code == 0 and files("full") == expected, said)


def main():
    shutil.copytree(trial.GEODATA, package)
    os.makedirs(os.path.join(package, "maps"))
    write("maps/one.json", trial.STYLE)
    write("maps/two.json", trial.STYLE)
    write("build.json", json.dumps(BUILD))
    expected, length = test_whole()
    for test in (test_one_style, test_output_gone, test_table_changed, test_lock, test_changing, test_full_disk):
        test(expected)
    for _ in range(MOMENTS):
        test_moment(chance.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT)), chance.uniform(0, 1.1 * length), expected)
    print("\n".join(problems) or f"{MOMENTS} moments within {length:.1f} s")
    shutil.rmtree(folder)
    sys.exit(1 if problems else 0)


main()
