"""Writes a repository of metric definitions and results with a long past, through `git fast-import`.

    generate.py FOLDER COMMITS FILES SEED

A third of the commits are merges. Definitions are YAML of about 2.5 KB of which a line or two change at a time; a quarter of the
files are tables of results that grow by a row. The same numbers give the same commits. Some 15 files that are no part of the
project change as well.
"""

import os
import random
import subprocess
import sys

BEGIN = 1_500_000_000
# Branches that are open beside the main one.
OPEN = 12
WORDS = (
    "call customer answer wait minute share target adviser agreed month region record exclude transfer complaint letter reply queue "
    "north south survey measure counted within after before each every hour working day closed open first second report method"
).split()
PEOPLE = ("Ann Archer", "Ben Bishop", "Cem Carter", "Dana Dyer", "Eli Ennis")


class File:
    """A path with the lines of its text."""

    def __init__(self, draw, number):
        self.table = number % 4 == 3
        if self.table:
            self.path = f"metrics/snapshots/2026-{number:04}/metric-{number - 1}.csv"
            self.lines = ["period,site,numerator,denominator"] + [self.row(draw) for _ in range(60)]
        else:
            self.path = f"metrics/definitions/area-{number % 12:02}/metric-{number}.yaml"
            self.lines = [f"title: Metric {number}", "version: 1.0.0", "effective_from: 2026-01-01", "state: active"]
            for field in ("definition", "rationale", "numerator", "denominator", "caveats", "notes"):
                self.lines += [f"{field}: >-"] + ["  " + self.sentence(draw) for _ in range(6)]

    def row(self, draw):
        whole = draw.randrange(100, 9_999)
        return f"2026-{draw.randrange(1, 13):02},{draw.choice(('north', 'south', 'west'))},{draw.randrange(whole)},{whole}"

    def sentence(self, draw):
        return " ".join(draw.choice(WORDS) for _ in range(9)).capitalize() + "."

    def edited(self, draw):
        """The same file with a small edit."""
        new = object.__new__(File)
        new.table, new.path, new.lines = self.table, self.path, list(self.lines)
        if self.table:
            new.lines[draw.randrange(1, len(new.lines))] = self.row(draw)
        else:
            at = draw.choice([at for at, line in enumerate(new.lines) if line.startswith("  ")])
            new.lines[at] = "  " + self.sentence(draw)
        return new

    def text(self):
        return ("\n".join(self.lines) + "\n").encode()


class Writer:
    """The stream that `git fast-import` reads."""

    def __init__(self, stream, draw):
        self.stream, self.draw, self.commits = stream, draw, 0

    def commit(self, parents, files):
        """Writes a commit with changed files on top of its first parent."""
        self.commits += 1
        who, when = self.draw.choice(PEOPLE), BEGIN + self.commits * 900
        message = f"Change {self.commits}\n\n{' '.join(self.draw.choice(WORDS) for _ in range(20))}\n".encode()
        stamp = f"{who} <{who.split()[0].lower()}@example.org>"
        lines = ["commit refs/heads/work", f"mark :{self.commits}", f"author {stamp} {when} +0100", f"committer {stamp} {when + 60} +0000"]
        self.stream.write(("\n".join(lines) + f"\ndata {len(message)}\n").encode() + message + b"\n")
        for place, parent in enumerate(parents):
            self.stream.write(f"{'merge' if place else 'from'} :{parent}\n".encode())
        for path, text in files:
            self.stream.write(f"M 100644 inline {path}\ndata {len(text)}\n".encode() + text + b"\n")
        self.stream.write(b"\n")
        return self.commits


class Branch:
    """Where a branch stands, and what it changed since it left the main one."""

    def __init__(self, head, changed):
        self.head, self.changed = head, changed


def write(stream, commits, files, seed):
    draw = random.Random(seed)
    writer = Writer(stream, draw)
    main = {number: File(draw, number) for number in range(files)}
    begin = [(file.path, file.text()) for file in main.values()]
    begin += [("tickmark.yaml", b"title: Benchmark\n"), ("content/index.md", b"# Benchmark\n")]
    begin += [(f"src/job-{number}.sql", b"select 1;\n") for number in range(15)]
    head = writer.commit([], begin)
    branches = []
    while writer.commits + len(branches) < commits:
        chance = draw.random()
        if branches and chance < 1 / 3:
            head = merge(writer, head, branches.pop(draw.randrange(len(branches))), main, draw)
        elif len(branches) < OPEN and (not branches or chance < 2 / 3):
            branches.append(Branch(head, {}))
            work(writer, branches[-1], main, draw)
        elif chance < 0.72:
            branch = Branch(head, {})
            work(writer, branch, main, draw)
            head = branch.head
            main.update(branch.changed)
        else:
            work(writer, draw.choice(branches), main, draw)
    for branch in branches:
        head = merge(writer, head, branch, main, draw)
    stream.write(f"reset refs/heads/main\nfrom :{head}\n\n".encode())


def merge(writer, head, branch, main, draw):
    """Merges a branch, whose files win; one merge in twenty edits a file itself."""
    changed = dict(branch.changed)
    if draw.random() < 0.05:
        number = draw.randrange(len(main))
        changed[number] = changed.get(number, main[number]).edited(draw)
    main.update(changed)
    return writer.commit([head, branch.head], [(file.path, file.text()) for file in changed.values()])


def work(writer, branch, main, draw):
    """Writes one commit of a branch: one to three small edits, or one of a file outside of the project."""
    if draw.random() < 0.1:
        branch.head = writer.commit([branch.head], [(f"src/job-{draw.randrange(15)}.sql", f"select {writer.commits};\n".encode())])
        return
    edits = {}
    for _ in range(draw.choice((1, 1, 1, 2, 3))):
        number = draw.randrange(len(main))
        edits[number] = branch.changed.get(number, main[number]).edited(draw)
    branch.changed.update(edits)
    branch.head = writer.commit([branch.head], [(file.path, file.text()) for file in edits.values()])


def main():
    folder, commits, files, seed = sys.argv[1], *map(int, sys.argv[2:])
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "TMPDIR")}
    environment = kept | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "HOME": folder}
    subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True, env=environment)
    git = ["git", "-C", folder, "-c", "gc.auto=0"]
    with subprocess.Popen([*git, "fast-import", "--quiet"], stdin=subprocess.PIPE, env=environment) as process:
        write(process.stdin, commits, files, seed)
    if process.returncode:
        return process.returncode
    # As a clone has it: packed anew, without what is asked for only here.
    subprocess.run([*git, "reset", "-q", "--hard", "main"], check=True, env=environment)
    subprocess.run([*git, "update-ref", "-d", "refs/heads/work"], check=True, env=environment)
    subprocess.run([*git, "repack", "-q", "-a", "-d", "-f"], check=True, env=environment)
    return 0


if __name__ == "__main__":
    sys.exit(main())
