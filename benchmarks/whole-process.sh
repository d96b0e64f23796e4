#!/usr/bin/env bash
# Measures Headroom as its users start it: memory and time of whole processes, with public tools alone (bash and python3).
#
#   benchmarks/whole-process.sh [starts] [threads] [memory] [memory-100m]      all but the last if none is named
#
# DIRECTORY names where runs write, a RAM disk by default; REPEAT how often what is repeated is. Build first: ./headroom --version

set -eu
root=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
exec python3 - "$root" "${DIRECTORY:-/dev/shm}" "${REPEAT:-7}" "$@" <<'PYTHON'
import os, shutil, statistics, sys, tempfile, time

root, parent, repeat = sys.argv[1], sys.argv[2], int(sys.argv[3])
wanted = sys.argv[4:] or ["starts", "threads", "memory"]
headroom = os.path.join(root, "app", "target", "headroom", "bin", "headroom")
work = tempfile.mkdtemp(prefix="headroom-process-", dir=parent)
output = os.path.join(work, "run")


def measure(*arguments):
    """Runs a command; its wall seconds, processor seconds, and the largest resident set in MB."""
    shutil.rmtree(output, ignore_errors=True)
    start = time.monotonic()
    process = os.posix_spawn(headroom, [headroom, *arguments], os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(process, 0)
    wall = time.monotonic() - start
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        sys.exit(f"headroom {' '.join(arguments)} ended with {code}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def size():
    return sum(entry.stat().st_size for entry in os.scandir(output)) if os.path.isdir(output) else 0


def show(name, samples):
    wall, cpu, resident = (statistics.median(figures) for figures in zip(*samples))
    print(f"{name:<42} {wall:8.2f} s  {cpu:8.2f} cpu s  {resident:6.0f} MB resident", flush=True)


def configuration(entries):
    """The demonstration's configuration with another number of entries."""
    demo = os.path.join(root, "app/src/main/resources/dev/headroom/app/config/demo.yaml")
    path = os.path.join(work, f"{entries}.yaml")
    with open(demo, encoding="utf-8") as text, open(path, "w", encoding="utf-8") as file:
        file.write(text.read().replace("target_count: 10000", f"target_count: {entries}"))
    return path


def generate(entries, form, threads):
    return ["generate", "--config", configuration(entries), "--format", form, "--threads", str(threads),
            "--memory-limit", "256MB", "--output", output, "--progress", "none"]


def starts():
    cases = {"--version": ["--version"], "generate --demo": ["generate", "--demo", "--output", output,
                                                             "--progress", "none"]}
    samples = {name: [] for name in cases}
    for _ in range(repeat):
        for name, arguments in cases.items():
            samples[name].append(measure(*arguments))
    for name, values in samples.items():
        show(name, values)


def threads():
    for form in ("csv", "ndjson"):
        one, two = [], []
        for _ in range(max(3, repeat // 2)):
            one.append(measure(*generate(300_000, form, 1)))
            two.append(measure(*generate(300_000, form, 2)))
        show(f"300,000 entries, {form}, 1 thread", one)
        show(f"300,000 entries, {form}, 2 threads, {size() / 1e6:.0f} MB", two)
        ratios = [a[0] / b[0] for a, b in zip(one, two)]
        print(f"{'two threads over one, wall':<42} {statistics.median(ratios):8.2f}", flush=True)


def memory(*counts):
    for form in ("csv", "ndjson", "none"):
        for entries in counts:
            sample = measure(*generate(entries, form, 2))
            show(f"{entries:,} entries, {form}, limit 256 MB", [sample])


try:
    for what in wanted:
        {"starts": starts,
         "threads": threads,
         "memory": lambda: memory(100_000, 1_000_000),
         "memory-100m": lambda: memory(14_000_000)}[what]()
finally:
    shutil.rmtree(work, ignore_errors=True)
PYTHON
