"""Every file that a run opens is told to the build that started it, whichever library opens it: compared with what strace(1) sees.
Left out are the files that the C library opens for itself, without open(): its locale and time zone, and the loader's list of libraries."""
import os
import re
import shutil
import subprocess
import sys
import tempfile

import trial

OWN = re.compile(r"^(/proc|/sys|/dev)/|^/etc/(ld\.so\.|locale\.alias)|/lib/locale/|/gconv/|/zoneinfo/")
RUNS = (["render", os.path.join(trial.SOURCE, "styles/pilots.json"), "--dpi", "72", "-o", "map.pdf"], ["export", "pilots", "-o", "pilots.gpkg"],
        ["export", "counties", "--crs", "EPSG:4548", "-o", "counties.shp"], ["join", "-o", "join.xlsx"], ["tasks", "-o", "tasks.csv"])


def run(words):
    """The files that were told, and those that strace saw."""
    command = 'MINTU_OPENED_FILES=9:$$ "$@"; true'  # the shell is the parent whose end would end the run
    subprocess.run(["strace", "-f", "-y", "-e", "trace=open,openat,openat2", "-o", "seen", "bash", "-c", f"exec 9>told; {command}", "bash",
                    trial.MINTU, *words], env=trial.environment(), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open("told", "rb") as stream:
        told = {os.path.realpath(line.split(b" ", 2)[2].decode()) for line in stream.read().split(b"\0") if line}
    with open("seen", encoding="utf-8", errors="replace") as stream:
        seen = {match.group(1) for match in re.finditer(r"= \d+<([^>]*)>$", stream.read(), re.M) if os.path.isfile(match.group(1))}
    return told, {path for path in seen if not OWN.search(path)}


def main():
    if not shutil.which("strace"):
        sys.exit(77)
    folder = tempfile.mkdtemp(prefix="mintu-opened-")
    os.chdir(folder)
    failed = False
    for words in RUNS:
        told, seen = run(words)
        shells = {path for path in seen if "bash" in path or "libtinfo" in path or path.startswith(folder)}
        missing = sorted(seen - told - shells)
        print(f"{words[0]}: {len(told)} files told, not told: {missing}")
        failed = failed or missing or len(told) < 20
    shutil.rmtree(folder)
    sys.exit(1 if failed else 0)


main()
