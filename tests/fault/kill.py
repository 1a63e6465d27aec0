"""Every command that writes, killed and interrupted at random moments of its run: the old file or the new one, whole. After SIGTERM
and SIGINT nothing is left over and the exit code says which; after SIGKILL the next run clears the rest.

MINTU_MOMENTS: how many moments of each signal for each command; by default five in all. MINTU_SEED: the seed of an earlier run."""
import os
import random
import signal
import sys
import time

import steps
import trial

MOMENTS = int(os.environ.get("MINTU_MOMENTS") or 0)
SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
EVERY_DAY = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGKILL, signal.SIGTERM)
chance = random.Random(trial.SEED)


def length_of(run):
    begin = time.monotonic()
    run.run()
    length = time.monotonic() - begin
    run.restore()
    return length


def one_moment(run, number, delay):
    """What is wrong after a signal, and whether it came before the end."""
    process = run.start()
    time.sleep(delay)
    hit = process.poll() is None
    process.send_signal(number)
    run.said = process.communicate(timeout=120)[1].decode(errors="replace").strip()
    code, what = process.returncode, f"{number.name} after {delay * 1000:.1f} ms"
    problems = [f"{what}: {text}" for text in run.whole()]
    if number == signal.SIGKILL:
        if code == -number:
            problems += steps.cleared(run, what)
    else:
        if run.left_over():
            problems.append(f"{what}: left over: {sorted(run.left_over())}")
        # before the program waits for signals the system ends it; at its very end it may be done first
        if code not in (128 + number, -number) and not (code in run.codes and run.is_new()):
            problems.append(f"{what}: it ends with {code}: {run.said[-300:]}")
    run.restore()
    return problems, hit


def test(run):
    problems, hits, length = [], 0, length_of(run)
    numbers = SIGNALS * MOMENTS if MOMENTS else EVERY_DAY
    for number in numbers:
        found, hit = one_moment(run, number, chance.uniform(0, 1.05 * length))
        problems += found
        hits += hit
    print(f"{run.name}: {length * 1000:.0f} ms, {hits} of {len(numbers)} signals before its end, {len(problems)} failures",
          flush=True)
    return problems


if __name__ == "__main__":
    print(f"{f'{MOMENTS} moments of each signal' if MOMENTS else 'five moments'} a command", flush=True)
    sys.exit(trial.main(test))
