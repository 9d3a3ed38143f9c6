#!/usr/bin/env python3
"""Makes the monthly snapshot releases of this example from its extracts.

    python3 extracts/make_snapshots.py                     extracts -> metrics/snapshots
    python3 extracts/make_snapshots.py --from FIGURES.csv  first cuts FIGURES.csv into extracts/<YYYY-MM>.csv

Standard library only, no clock, no network, nothing random: the same extracts give the same bytes.
Anything unexpected in an extract stops the run before a file is written.
"""

import argparse
import csv
import datetime
import hashlib
import pathlib
import sys

PROJECT = pathlib.Path(__file__).resolve().parent.parent
EXTRACTS = PROJECT / "extracts"
SNAPSHOTS = PROJECT / "metrics" / "snapshots"
HEADER = ["period", "org_code", "type", "attendances", "breaches", "admissions"]
TYPES = ["1", "2", "other"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def read_extract(path):
    """Returns the rows of one extract, counts as integers, or stops with the place of the fault."""
    rows, seen = [], set()
    with path.open(newline="", encoding="utf-8") as file:
        reader = csv.reader(file)
        if next(reader, None) != HEADER:
            sys.exit(f"{path}:1: expected the columns {','.join(HEADER)}")
        for line, cells in enumerate(reader, start=2):
            if len(cells) != len(HEADER) or "" in cells:
                sys.exit(f"{path}:{line}: expected {len(HEADER)} filled cells")
            period, provider, kind = cells[:3]
            if kind not in TYPES:
                sys.exit(f"{path}:{line}: department type `{kind}` is not one of {', '.join(TYPES)}")
            if not all(c.isascii() and c.isdigit() for c in cells[3:]):
                sys.exit(f"{path}:{line}: counts must be whole and not negative")
            attendances, breaches, admissions = (int(c) for c in cells[3:])
            if breaches > attendances:
                sys.exit(f"{path}:{line}: more breaches than attendances")
            if (period, provider, kind) in seen:
                sys.exit(f"{path}:{line}: second row for {period}, {provider}, {kind}")
            seen.add((period, provider, kind))
            rows.append((period, provider, kind, attendances, breaches, admissions))
    return rows


def cut_extracts(figures):
    """Cuts one long file into a file per month, keeping columns, order and text as they are."""
    with pathlib.Path(figures).open(newline="", encoding="utf-8") as file:
        header, *lines = file.read().splitlines()
    if header != ",".join(HEADER):
        sys.exit(f"{figures}:1: expected the columns {','.join(HEADER)}")
    months = {}
    for line in lines:
        months.setdefault(line.split(",", 1)[0], []).append(line)
    for month, body in months.items():
        write(EXTRACTS / f"{month}.csv", "\n".join([header, *body]) + "\n")


def write(path, text):
    """Writes UTF-8 with Unix line ends on every system."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))


def second_thursday(year, month):
    """Returns the second Thursday of a month."""
    first = datetime.date(year, month, 1)
    return first + datetime.timedelta(days=(3 - first.weekday()) % 7 + 7)


def last_sunday(year, month):
    """Returns the last Sunday of March or October, on which British clocks change."""
    end = datetime.date(year, month, 31)
    return end - datetime.timedelta(days=(end.weekday() + 1) % 7)


def release_instant(month):
    """Returns the convention of this example for the instant a month was released.

    Second Thursday, 09:30 in London: of the second month after the period up to May 2017, of the first
    month after it from July 2017. June 2017 came out together with July 2017, on 10 August 2017.
    """
    year, number = (int(part) for part in month.split("-"))
    ahead = 2 if month <= "2017-06" else 1
    year, number = year + (number - 1 + ahead) // 12, (number - 1 + ahead) % 12 + 1
    day = second_thursday(year, number)
    summer = last_sunday(day.year, 3) <= day < last_sunday(day.year, 10)
    return f"{day.isoformat()}T09:30:00{'+01:00' if summer else '+00:00'}"


def table(columns, rows):
    """Returns CSV text, sorted by its key columns."""
    return "\n".join([",".join(columns)] + [",".join(str(cell) for cell in row) for row in sorted(rows)]) + "\n"


def metric_tables(rows):
    """Returns the rows of every metric for one month, finest cells only: Tickmark adds them up itself."""
    crossed = ["period", "provider", "department-type"]
    both = ["numerator", "denominator"]
    by_provider = {}
    for period, provider, kind, attendances, _, _ in rows:
        cell = by_provider.setdefault((period, provider), [0, 0])
        cell[0] += attendances if kind == "1" else 0
        cell[1] += attendances
    return {
        "within-four-hours": table(crossed + both, [(m, p, t, a - b, a) for m, p, t, a, b, _ in rows]),
        "within-four-hours-type-1": table(
            ["period", "provider"] + both, [(m, p, a - b, a) for m, p, t, a, b, _ in rows if t == "1"]
        ),
        "attendances": table(crossed + ["numerator"], [(m, p, t, a) for m, p, t, a, _, _ in rows]),
        "breaches": table(crossed + ["numerator"], [(m, p, t, b) for m, p, t, _, b, _ in rows]),
        "admissions": table(crossed + ["numerator"], [(m, p, t, d) for m, p, t, _, _, d in rows]),
        "conversion-to-admission": table(crossed + both, [(m, p, t, d, a) for m, p, t, a, _, d in rows]),
        "major-department-share": table(
            ["period", "provider"] + both, [(m, p, n, d) for (m, p), (n, d) in by_provider.items()]
        ),
    }


def release_record(month, extract, rows):
    """Returns the release record of one month."""
    year, number = month.split("-")
    return f"""title: A&E figures for {MONTHS[int(number) - 1]} {year}
status: final
released: {release_instant(month)}
prepared_by: team/example-maintainers
extracts:
  - source: nhsrdatasets-ae-attendances
    file: extracts/{month}.csv
    sha256: {hashlib.sha256(extract.read_bytes()).hexdigest()}
    rows: {len(rows)}
notes: |
  The release instant is a convention of this example, taken from the publisher's timetable; the figures are those of
  the data package, which was put together later. See the page *Where the figures come from*.
"""


def main():
    """Reads every extract, then writes every release."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--from", dest="figures", metavar="FIGURES.csv", help="cut this file into monthly extracts first")
    figures = arguments.parse_args().figures
    if figures:
        cut_extracts(figures)
    releases = []
    for extract in sorted(EXTRACTS.glob("[0-9][0-9][0-9][0-9]-[0-9][0-9].csv")):
        rows = read_extract(extract)
        if {row[0] for row in rows} != {extract.stem}:
            sys.exit(f"{extract}: expected rows of {extract.stem} and no other month")
        releases.append((extract.stem, release_record(extract.stem, extract, rows), metric_tables(rows)))
    for month, record, tables in releases:
        write(SNAPSHOTS / month / "release.yaml", record)
        for metric, text in tables.items():
            write(SNAPSHOTS / month / f"{metric}.csv", text)
    print(f"{len(releases)} releases written")


if __name__ == "__main__":
    main()
