#!/usr/bin/env bash
# Generates a ledger of each industry with each size of chart, with all injections and without the graph, proves it, and removes it.
#
#   app/src/test/verify-million.sh [ENTRIES [INDUSTRIES [SIZES]]]     by default 1000000 entries of every industry, in every size
#
# HEADROOM is the command, by default the one at the root, which builds the package if need be; its heap is the one that the launcher gives, which
# HEADROOM_OPTS changes. WORK is where runs are made, by default a new directory below that of temporary files.

set -eu
root=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/../../.." && pwd)
entries=${1:-1000000}
industries=${2:-manufacturing retail financial_services healthcare technology}
sizes=${3:-small medium large}
work=${WORK:-$(mktemp -d)}
read -ra headroom <<<"${HEADROOM:-$root/headroom}"
failed=0

printf '%-20s %-7s %10s %14s %9s %9s  %s\n' industry chart entries bytes generate verify result
for industry in $industries; do
  for size in $sizes; do
    run=$work/$industry-$size
    cat >"$run.yaml" <<EOF
global: {industry: $industry, start_date: 2024-01-01, period_months: 12}
chart_of_accounts: {complexity: $size}
transactions: {target_count: $entries}
anomaly_injection: {enabled: true}
data_quality: {enabled: true}
output: {formats: [csv]}
EOF
    begun=$SECONDS
    result=holds
    "${headroom[@]}" generate --config "$run.yaml" --output "$run" >"$run.log" 2>&1 || result="not generated"
    generated=$SECONDS
    bytes=0
    [ ! -d "$run" ] || bytes=$(du -sb "$run" | cut -f1)
    if [ "$result" = holds ]; then
      "${headroom[@]}" verify --temp-dir "$work" "$run" >"$run.log" 2>&1 || result=$(grep -m 1 Violation "$run.log" || tail -n 1 "$run.log")
    fi
    printf '%-20s %-7s %10d %14d %8ds %8ds  %s\n' \
      "$industry" "$size" "$entries" "$bytes" $((generated - begun)) $((SECONDS - generated)) "$result"
    [ "$result" = holds ] || failed=1
    rm -rf "$run" "$run.yaml" "$run.log"
  done
done
exit $failed
