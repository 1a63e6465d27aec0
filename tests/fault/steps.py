"""The program killed before each single step that changes names in the folder (a file or folder is made, linked, renamed, removed),
one after the other: the old file or the new one, whole; the next run clears what was left. The same with SIGTERM, after which nothing
is left; and the same again on a file system that has no nameless files, no exchange of names and no hard links.

Every day some steps of each command, the first and the last among them, drawn by a seed that is printed (MINTU_SEED), and one of those
whose format is tried by another; with MINTU_LONG all of them."""
import os
import random
import signal
import sys
import tempfile

import trial


POOR = {"lacks": "nameless,exchange,links"}
EVERY_DAY = 3
chance = random.Random(trial.SEED)
ON_POOR = ("export-csv", "export-gpkg", "geocode", "notice", "notice-overwrite", "import-boundaries")


def choose_steps(run, system):
    """All steps, or where a package has hundreds of a kind the first, the last and some between; and how many there are."""
    with tempfile.NamedTemporaryFile() as count:
        code = run.fault(call="names", count=count.name, **system)
        assert code in run.codes and run.is_new() and not run.left_over(), f"{run.name}: undisturbed, it ends with {code}"
        run.restore()
        total = int(count.read())
    some = {*range(1, 7), *range(7, total, 8), *range(total - 11, total + 1)}
    steps = [step for step in range(1, total + 1) if total <= 50 or step in some]
    if not trial.LONG and run.same_writer:
        steps = [chance.choice(steps)]
    elif not trial.LONG and len(steps) > EVERY_DAY:
        steps = sorted({steps[0], steps[-1], *chance.sample(steps[1:-1], EVERY_DAY - 2)})
    return steps, total


def killed(run, steps, system):
    problems = []
    for step in steps:
        code, what = run.fault(call="names", at=step, signal=int(signal.SIGKILL), **system), f"SIGKILL before step {step}"
        problems += [] if code == -signal.SIGKILL else [f"{what}: it ends with {code}: {run.said[-300:]}"]
        problems += [f"{what}: {text}" for text in run.whole()]
        problems += cleared(run, what)
        run.restore()
    return problems


def cleared(run, what):
    """What is wrong after the next run, which does the same and clears what the killed one left."""
    came = run.is_new()
    code = run.run()
    refused = came and code == 5 and isinstance(run, trial.Package) and not run.overwrite  # it is there already
    problems = [] if refused or (code in run.codes and run.is_new()) else [f"{what}: the next run ends with {code}: {run.said[-300:]}"]
    if not refused and run.left_over():
        problems.append(f"{what}: the next run does not clear {sorted(run.left_over())}")
    return problems


def interrupted(run, steps, system):
    problems = []
    for step in steps:
        code, what = run.fault(call="names", at=step, signal=int(signal.SIGTERM), **system), f"SIGTERM before step {step}"
        problems += [f"{what}: {text}" for text in run.whole()]
        if run.left_over():
            problems.append(f"{what}: left over: {sorted(run.left_over())}")
        if code != 143 and not (code in run.codes and run.is_new()):  # it may be done before it hears of it
            problems.append(f"{what}: it ends with {code}: {run.said[-300:]}")
        run.restore()
    return problems


def test(run):
    problems = []
    for system in ({}, POOR) if run.name in ON_POOR else ({},):
        steps, total = choose_steps(run, system)
        found = killed(run, steps, system) + interrupted(run, steps[::3] if trial.LONG else [chance.choice(steps)], system)
        print(f"{run.name}{' on a poor file system' if system else ''}: {total} steps, {len(found)} failures", flush=True)
        problems += found
    return problems


if __name__ == "__main__":
    print(f"{'all' if trial.LONG else EVERY_DAY} steps a command", flush=True)
    sys.exit(trial.main(test))
