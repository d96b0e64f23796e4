#!/usr/bin/env bash
# Does to runs what RandomFaultsTest, FilledDiskIT and KillIT do, for longer.
#
#   app/src/test/soak.sh [TIMES [KILLS]]      how often each fault is tried, 1000 by default; how often processes are killed, 1000
#
# SEED names the first seed; by default it is drawn. FilledDiskIT mounts file systems, for which it needs to be root.

set -eu
root=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/../../.." && pwd)
seed=${SEED:-$RANDOM$RANDOM}
echo "first seed $seed"
cd "$root"
exec mvn -B -ntp -pl app -am verify -Dspotless.check.skip -Dmdep.analyze.skip -Dforbiddenapis.skip -Dmaven.source.skip \
  -Dtest=RandomFaultsTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dit.test='FilledDiskIT,KillIT' -Dfailsafe.failIfNoSpecifiedTests=false \
  -Dheadroom.soak.times="${1:-1000}" -Dheadroom.soak.kills="${2:-1000}" -Dheadroom.soak.seed="$seed"
