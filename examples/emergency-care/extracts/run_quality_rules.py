#!/usr/bin/env python3
"""Runs the data-quality rules of this example on its extracts and writes their results into the rules' records.

    python3 extracts/run_quality_rules.py

Everything below the line `results:` of a record in metrics/quality-rules/ is replaced; the text above it is left alone.
Standard library only. Each rule counts faults in one month; none means passed.
"""

import csv
import pathlib

PROJECT = pathlib.Path(__file__).resolve().parent.parent
COLUMNS = ["period", "org_code", "type", "attendances", "breaches", "admissions"]
COUNTS = COLUMNS[3:]


def whole(text):
    """Tells whether a cell is a whole number that is not negative, written without sign or separator."""
    return text.isascii() and text.isdigit() and str(int(text)) == text


def exceeds(row, part, of):
    """Tells whether one count of a row is greater than the count it should be part of."""
    return whole(row[part]) and whole(row[of]) and int(row[part]) > int(row[of])


RULES = {
    "unique-cells": lambda rows: len(rows) - len({(r["period"], r["org_code"], r["type"]) for r in rows}),
    "filled-cells": lambda rows: sum(not (r[c] or "").strip() for r in rows for c in COLUMNS),
    "whole-counts": lambda rows: sum(not whole(r[c]) for r in rows for c in COUNTS),
    "breaches-within-attendances": lambda rows: sum(exceeds(r, "breaches", "attendances") for r in rows),
    "admissions-within-attendances": lambda rows: sum(exceeds(r, "admissions", "attendances") for r in rows),
    "all-department-types": lambda rows: len({"1", "2", "other"} - {r["type"] for r in rows}),
}


def main():
    """Runs every rule on every month."""
    months = {}
    for path in sorted((PROJECT / "extracts").glob("[0-9][0-9][0-9][0-9]-[0-9][0-9].csv")):
        with path.open(newline="", encoding="utf-8") as file:
            months[path.stem] = list(csv.DictReader(file))
    for rule, count in RULES.items():
        faults = {month: count(rows) for month, rows in months.items()}
        record = PROJECT / "metrics" / "quality-rules" / f"{rule}.yaml"
        head = record.read_text(encoding="utf-8").split("\nresults:\n")[0].rstrip("\n")
        lines = [f"  - {{period: {m}, measured: {n}, passed: {'false' if n else 'true'}}}" for m, n in faults.items()]
        record.write_bytes("\n".join([head, "results:", *lines, ""]).encode("utf-8"))
        print(f"{rule}: {sum(faults.values())} faults in {len(faults)} months")


if __name__ == "__main__":
    main()
