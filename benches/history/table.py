"""Prints what was measured as a Markdown table, and writes it to a JSON file where one is named.

    table.py RESULTS [FILE.json]

Walls are medians over the rounds, peaks the greatest of them. Ends with 1 where a target is missed.
"""

import json
import os
import statistics
import sys

NAMES = {"git": "`git log --full-history -c --raw`", "cold": "Tickmark, no cache", "warm": "Tickmark, cache of the run before"}
# The greatest part of git's time, and the most memory in MiB.
TARGETS = {"cold": 0.9, "warm": 0.3}
MEMORY = 150


def rounds(folder, name):
    """The measurements of a program, round by round."""
    found = []
    while os.path.exists(path := os.path.join(folder, f"{name}-{len(found) + 1}.json")):
        with open(path, encoding="utf-8") as file:
            found.append(json.load(file))
    return found


def main():
    folder = sys.argv[1]
    results = {name: rounds(folder, name) for name in NAMES}
    walls = {name: statistics.median(one["wall_s"] for one in measured) for name, measured in results.items()}
    print("| program | s | CPU s | peak MiB | ratio | target |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    missed = []
    for name, measured in results.items():
        spent = statistics.median(one["user_s"] + one["system_s"] for one in measured)
        peak = max(one["peak_kib"] for one in measured) / 1024
        ratio, target = walls[name] / walls["git"], TARGETS.get(name)
        print(f"| {NAMES[name]} | {walls[name]:.3f} | {spent:.3f} | {peak:.0f} | {ratio:.2f} | {target or ''} |")
        if target and (ratio > target or peak > MEMORY):
            missed.append(f"{name}: {ratio:.2f} of git's time (target {target}), {peak:.0f} MiB (target {MEMORY})")
    if len(sys.argv) > 2:
        with open(sys.argv[2], "w", encoding="utf-8") as file:
            json.dump(results, file, indent=1)
            file.write("\n")
    for line in missed:
        print(f"error: {line}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
