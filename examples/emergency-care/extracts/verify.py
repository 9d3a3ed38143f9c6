#!/usr/bin/env python3
"""Adds up the snapshots of this example and compares them with the figures in README.md.

    python3 extracts/verify.py

Exact fractions throughout; standard library only. Ends with 0 when every figure agrees, else with 1.
"""

import csv
import pathlib
import sys
from fractions import Fraction

SNAPSHOTS = pathlib.Path(__file__).resolve().parent.parent / "metrics" / "snapshots"
MONTHS = sorted(path.name for path in SNAPSHOTS.iterdir() if path.is_dir())


def cells(month, metric):
    """Returns the rows of one metric in one month, counts as integers."""
    with (SNAPSHOTS / month / f"{metric}.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        for column in ("numerator", "denominator"):
            if column in row:
                row[column] = int(row[column])
    return rows


def total(month, metric, column, **where):
    """Returns the sum of one column over the cells that match."""
    wanted = {key.replace("_", "-"): value for key, value in where.items()}
    return sum(row[column] for row in cells(month, metric) if all(row[k] == v for k, v in wanted.items()))


def percent(month, metric, **where):
    """Returns the exact percentage of one metric over the cells that match."""
    return 100 * Fraction(total(month, metric, "numerator", **where), total(month, metric, "denominator", **where))


def shown(value, digits):
    """Returns a fraction rounded half to even, as text."""
    scaled = round(value * 10**digits)
    return f"{scaled // 10**digits}.{scaled % 10**digits:0{digits}d}"


def main():
    """Compares every figure and prints one line for each."""
    england = {month: percent(month, "within-four-hours") for month in MONTHS}
    values = list(england.values())
    mean = sum(values) / len(values)
    moving = sum(abs(b - a) for a, b in zip(values, values[1:])) / (len(values) - 1)
    best, worst = max(england, key=england.get), min(england, key=england.get)
    disagreements = 0

    checks = [
        ("months", len(MONTHS), 36),
        ("cells in all", sum(len(cells(m, "within-four-hours")) for m in MONTHS), 12765),
        ("providers in all", len({r["provider"] for m in MONTHS for r in cells(m, "attendances")}), 274),
        ("attendances 2016-04", total("2016-04", "attendances", "numerator"), 1867781),
        ("breaches 2016-04", total("2016-04", "breaches", "numerator"), 186122),
        ("within four hours 2016-04", shown(england["2016-04"], 2), "90.04"),
        ("attendances 2019-03", total("2019-03", "attendances", "numerator"), 2167550),
        ("breaches 2019-03", total("2019-03", "breaches", "numerator"), 290359),
        ("within four hours 2019-03", shown(england["2019-03"], 2), "86.60"),
        ("best month", f"{best} {shown(england[best], 2)}", "2016-08 90.98"),
        ("worst month", f"{worst} {shown(england[worst], 2)}", "2019-02 84.23"),
        ("type 1, 2019-02", shown(percent("2019-02", "within-four-hours", department_type="1"), 2), "75.76"),
        ("type 1, 2019-02, own metric", shown(percent("2019-02", "within-four-hours-type-1"), 2), "75.76"),
        ("mean of 36 months", shown(mean, 6), "88.470568"),
        ("mean moving range", shown(moving, 6), "1.080797"),
        ("lower natural process limit", shown(mean - Fraction(266, 100) * moving, 6), "85.595649"),
        ("upper natural process limit", shown(mean + Fraction(266, 100) * moving, 6), "91.345487"),
        ("cells under ten attendances", sum(r["numerator"] < 10 for m in MONTHS for r in cells(m, "attendances")), 6),
    ]
    for month in MONTHS:
        attendances, breaches = (total(month, metric, "numerator") for metric in ("attendances", "breaches"))
        checks += [
            (f"{month}: denominator = attendances", total(month, "within-four-hours", "denominator"), attendances),
            (f"{month}: numerator + breaches", total(month, "within-four-hours", "numerator") + breaches, attendances),
            (
                f"{month}: type 1 agrees with its own metric",
                percent(month, "within-four-hours-type-1"),
                percent(month, "within-four-hours", department_type="1"),
            ),
            (
                f"{month}: conversion = admissions / attendances",
                percent(month, "conversion-to-admission"),
                100 * Fraction(total(month, "admissions", "numerator"), attendances),
            ),
            (
                f"{month}: major department share",
                percent(month, "major-department-share"),
                100 * Fraction(total(month, "attendances", "numerator", department_type="1"), attendances),
            ),
        ]
    for name, found, expected in checks:
        if found != expected:
            disagreements += 1
            print(f"differs: {name}: expected {expected}, found {found}")
        elif not name[:4].isdigit():
            print(f"agrees:  {name}: {found}")
    print(f"{len(checks) - disagreements} of {len(checks)} comparisons agree")
    return 1 if disagreements else 0


if __name__ == "__main__":
    sys.exit(main())
