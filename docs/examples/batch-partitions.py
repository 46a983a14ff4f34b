"""Judges a data set in partitions on a Dask cluster: a task for each file, the command is the worker.

    python3 docs/examples/batch-partitions.py IN OUT DAY [--scheduler ADDRESS] [-- options of batch...]

Needs `dask[distributed]` from PyPI. Without --scheduler a cluster of processes on this machine is
started. On a cluster IN and OUT stand on a disk that every worker sees, and `steunwijzer` with the
rules (`--rules FILE`, written by `steunwijzer export`) on every worker.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from dask.distributed import Client, as_completed

KINDS = {".csv", ".jsonl", ".parquet"}


def judge(command, source, target, day, options):
    """One partition. Bad rows (exit code 3) are no failure: they stand in a file of their own."""
    target = Path(target)
    if Path(f"{target}.summary.csv").exists():
        return "done before"
    target.parent.mkdir(parents=True, exist_ok=True)
    resume = [] if target.suffix == ".parquet" else ["--resume"]
    words = [*command, "batch", source, "--as-on", day, "--out", str(target), "--threads", "1"]
    run = subprocess.run([*words, *resume, *options], capture_output=True, text=True)
    if run.returncode not in (0, 3):
        raise RuntimeError(f"{source}: {run.stderr.strip()}")
    return "done" if run.returncode == 0 else "done, with bad rows"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("input", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("day")
    parser.add_argument("--scheduler", help="address of a running cluster")
    parser.add_argument("--command", default="steunwijzer", help="the command, with --rules if needed")
    words, options = sys.argv[1:], []
    if "--" in words:
        cut = words.index("--")
        words, options = words[:cut], words[cut + 1 :]
    told = parser.parse_args(words)

    parts = sorted(path for path in told.input.rglob("*") if path.suffix in KINDS)
    local = {"threads_per_worker": 1, "dashboard_address": None}
    with Client(told.scheduler) if told.scheduler else Client(**local) as client:
        tasks = {}
        for part in parts:
            target = told.output / part.relative_to(told.input)
            words = (told.command.split(), str(part), str(target), told.day, options)
            tasks[client.submit(judge, *words, pure=False, retries=1)] = part
        stopped = 0
        for task in as_completed(tasks):
            if task.status == "error":
                stopped += 1
                print(f"{tasks[task]}: stopped: {task.exception()}", file=sys.stderr)
            else:
                print(f"{tasks[task]}: {task.result()}")
    return 1 if stopped else 0


if __name__ == "__main__":
    sys.exit(main())
