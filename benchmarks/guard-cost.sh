#!/usr/bin/env bash
# Measures what guarding a run costs: the processor time of the guards' own threads as a share of the whole process's, as the kernel
# counts it (/proc/PID/task/TID/schedstat), between the 4th and the 12th second of a run as CSV. What asking for the level costs the
# workers is GuardBenchmark's to tell: some nanoseconds for each range. Needs Linux and a built ./headroom.
#
#   benchmarks/guard-cost.sh [THREADS [LIMIT [DIRECTORY]]]     2 threads, the machine's own limit, a new directory in /dev/shm
set -euo pipefail

root=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
exec python3 - "$root/app/target/headroom/bin/headroom" "${1:-2}" "${2:-}" "${3:-/dev/shm}" <<'PYTHON'
import glob, os, shutil, signal, subprocess, sys, tempfile, time

headroom, threads, limit, parent = sys.argv[1:]
directory = tempfile.mkdtemp(prefix="headroom-guard-cost-", dir=parent)
configuration = os.path.join(directory, "config.yaml")
with open(configuration, "w") as file:
    file.write("transactions:\n  target_count: 20000000\n")


def processor_seconds(process):
    """Seconds of processor time so far: of the guards' threads, and of all threads."""
    guards = whole = 0
    for task in glob.glob(f"/proc/{process}/task/*"):
        with open(task + "/comm") as comm, open(task + "/schedstat") as schedstat:
            name, nanos = comm.read().strip(), int(schedstat.read().split()[0])
        whole += nanos
        if name.startswith(("headroom-guard", "headroom-disk", "headroom-collec")):
            guards += nanos
    return guards / 1e9, whole / 1e9


run = subprocess.Popen(
    [headroom, "generate", "--config", configuration, "--output", os.path.join(directory, "run"), "--format", "csv",
     "--threads", threads, "--progress", "none", *(["--memory-limit", limit] if limit else [])],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    time.sleep(4)
    guards_before, whole_before = processor_seconds(run.pid)
    time.sleep(8)
    guards_after, whole_after = processor_seconds(run.pid)
    if run.poll() is not None:
        sys.exit("The run ended before it was measured")
    guards, whole = guards_after - guards_before, whole_after - whole_before
    print(f"{threads} threads: guards {guards:.4f} s of {whole:.2f} s of processor time: {100 * guards / whole:.2f} %")
finally:
    run.send_signal(signal.SIGTERM)
    run.wait()
    shutil.rmtree(directory)
PYTHON
