#!/usr/bin/env bash
# Makes a run in a memory control group and tells how it went: levels, decisions, peak memory, and whether the kernel reclaimed or
# killed. Needs root and a built ./headroom.
#
#   benchmarks/in-memory-group.sh [ENTRIES [MEGABYTES [FORMAT [DIRECTORY]]]]     10,000,000 entries in 256 MB as csv, in a new directory
set -euo pipefail

entries=${1:-10000000}
megabytes=${2:-256}
format=${3:-csv}
directory=${4:-$(mktemp -d)}
root=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
headroom=$root/app/target/headroom/bin/headroom

if [ -e /sys/fs/cgroup/memory/memory.limit_in_bytes ]; then
  group=/sys/fs/cgroup/memory/headroom-benchmark-$$
  limit=memory.limit_in_bytes peak=memory.max_usage_in_bytes
else
  group=/sys/fs/cgroup/headroom-benchmark-$$
  limit=memory.max peak=memory.peak
fi
mkdir "$group"
trap 'rm -rf "$directory/run" "$directory/config.yaml"; rmdir "$group" 2>/dev/null || true' EXIT
echo $((megabytes << 20)) >"$group/$limit"
printf 'transactions:\n  target_count: %s\n' "$entries" >"$directory/config.yaml"

echo "$entries entries as $format in a memory control group of $megabytes MB:"
status=0
(
  echo "$BASHPID" >"$group/cgroup.procs"
  exec "$headroom" generate --config "$directory/config.yaml" --output "$directory/run" --format "$format" --progress plain
) || status=$?
echo "Exit code  $status"
python3 - "$directory/run/manifest.json" <<'PYTHON'
import json, sys
manifest = json.load(open(sys.argv[1]))
print("Manifest   %s; levels %s; %d decisions" % (
    manifest["status"], [span["level"] for span in manifest["levels"]], len(manifest["decisions"])))
PYTHON
echo "Group      peak $(($(cat "$group/$peak") >> 20)) MB with page cache; $(
  if [ -e "$group/memory.oom_control" ]; then grep oom_kill "$group/memory.oom_control" | tail -1; else grep oom_kill "$group/memory.events" | head -1; fi)"
exit "$status"
