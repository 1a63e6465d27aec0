"""A disk that is full, or broken, under every command that writes and every format: it ends with 5, the old file stays whole, and
nothing is left beside it."""
import os
import resource
import subprocess
import sys
import tempfile

import trial

FULL = [
    {"call": "write", "at": 1},
    {"call": "write", "at": 1, "error": "EIO"},
    {"call": "room", "bytes": 1},
    {"call": "sync", "at": 1},
    {"call": "sync", "at": 1, "error": "EIO"},
    {"call": "close", "at": 1, "error": "EIO"},
    {"call": "close", "at": 1},
    {"call": "move", "at": 1, "error": "EIO"},
    {"call": "make", "at": 1},
]
EVERY_DAY = [fault for fault in FULL if "error" not in fault or fault["call"] == "move"]


def judge(run, what, code, also_new=False):
    """What is wrong after a run that a fault must have ended with 5."""
    problems = [f"{what}: {text}" for text in run.whole()]
    if code != 5:
        problems.append(f"{what}: it ends with {code}, not 5: {run.said[-300:]}")
    if not also_new and not run.is_old() and len(run.outputs) == 1:
        problems.append(f"{what}: the old file is not there")
    if ".mintu-" in run.said:
        problems.append(f"{what}: it names a file that is nobody's: {run.said[-300:]}")
    if run.left_over():
        problems.append(f"{what}: left over: {sorted(run.left_over())}")
    run.restore()
    return problems


def faults(run):
    problems = []
    for fault in FULL[::3] if run.same_writer else FULL if trial.LONG else EVERY_DAY:
        problems += judge(run, str(fault), run.fault(**fault))
    return problems


def later_steps(run):
    """Single syncs, moves, closes and writes that a run makes after the first fail; of many, as a package has, some."""
    problems = []
    for call in ("sync", "move", "close", "write"):
        for at in (2, 3, 4, 5, 6, 8, 12, 20, 36, 60, 100) if trial.LONG else (2, 12):
            code = run.fault(call=call, at=at, once=1, error="EIO")
            if code in run.codes and run.is_new():
                break  # there is no such step, or it is one whose failure loses nothing
            problems += judge(run, f"{call} {at}", code, also_new=True)
        run.restore()
    if isinstance(run, trial.Package):
        problems += judge(run, "the last move", run.fault(call="exchange", at=1, error="EIO"))
    return problems


def file_limit(run):
    """`ulimit -f`: no file may be larger."""
    if max(len(data) for files in run.new.values() for data in files.values()) <= 1024:
        return []

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))

    process = subprocess.run([trial.MINTU, *run.words], cwd=run.folder, env=trial.environment(), preexec_fn=limit,
                             stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    run.said = process.stderr.decode(errors="replace")
    return judge(run, "ulimit -f", process.returncode)


def test(run):
    problems = []
    if run.same_writer:
        return faults(run)
    for part in (faults, later_steps, file_limit):
        problems += part(run)
    return problems


SMALL_DISK = r'''
mount -t tmpfs -o size=64k tmpfs "$1" || exit 77
cd "$1" || exit 1
for ending in geojson json csv gpkg xlsx fgb; do
    echo old >"o.$ending"
    "$MINTU" export places -o "o.$ending" 2>>err
    code=$?
    [ "$(cat "o.$ending")" = old ] || echo "$ending: the old file is not there"
    [ $code -eq 5 ] || echo "$ending: it ends with $code"
    rm -f "o.$ending" err
done
ls -A
'''


def small_disk():
    """A file system of 64 KiB, mounted where only this test sees it."""
    with tempfile.TemporaryDirectory() as folder:
        for unshare in (["unshare", "-m"], ["unshare", "-rm"]):
            try:
                done = subprocess.run([*unshare, "sh", "-c", SMALL_DISK, "sh", folder], env=trial.environment(), capture_output=True,
                                      text=True)
            except OSError:
                continue
            if done.returncode == 77 or "unshare" in done.stderr:
                continue
            print("on a tmpfs of 64 KiB:", done.stdout or "good")
            return 1 if done.stdout or done.returncode else 0
    print("on a tmpfs of 64 KiB: skipped, as none can be mounted here")
    return 0


if __name__ == "__main__":
    sys.exit(small_disk() | trial.main(test))
