#!/bin/sh
# Judges a data set in partitions: one file for each, one run of `steunwijzer batch` for each file.
#
#   docs/examples/batch-partitions.sh IN OUT DAY [options of batch…]
#
# IN holds .csv, .jsonl or .parquet files, also in folders such as `province=Utrecht/`. OUT gets a file
# of the same name for each, with its counts and bad rows beside it. A partition that is done is
# skipped, so a run that was interrupted is started again with the same words.
#
# STEUNWIJZER is the command, JOBS how many partitions run at a time.
set -eu

if [ $# -lt 3 ]; then
    echo "usage: $0 IN OUT DAY [options of batch…]" >&2
    exit 2
fi
in=$1 out=$2 day=$3
shift 3
STEUNWIJZER=${STEUNWIJZER:-steunwijzer}
export STEUNWIJZER in out day

# The worker: one partition, one thread. Bad rows (exit code 3) do not stop the others.
worker='
part=${1#"$in"/}
shift
if [ -e "$out/$part.summary.csv" ]; then
    echo "$part: done before"
    exit 0
fi
mkdir -p "$(dirname "$out/$part")"
case $part in
    *.parquet) resume= ;;
    *) resume=--resume ;;
esac
code=0
"$STEUNWIJZER" batch "$in/$part" --as-on "$day" --out "$out/$part" --threads 1 $resume "$@" \
    >"$out/$part.log" 2>&1 || code=$?
case $code in
    0) echo "$part: done" ;;
    3) echo "$part: done, with bad rows in $out/$part.errors.csv" ;;
    *) echo "$part: stopped, see $out/$part.log" >&2; exit 1 ;;
esac
'

find "$in" -type f \( -name '*.csv' -o -name '*.jsonl' -o -name '*.parquet' \) -print0 | sort -z |
    xargs -0 -r -P "${JOBS:-$(nproc)}" -I '{}' sh -c "$worker" worker '{}' "$@"
