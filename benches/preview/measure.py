"""Starts a preview, asks for its first pages, edits its project and prints how long each took."""

import http.client
import json
import pathlib
import re
import statistics
import subprocess
import sys
import time

STARTS = 3


class Preview:
    """A running `tickmark serve`, and a page that listens to it."""

    def __init__(self, program, project):
        self.begun = time.perf_counter()
        command = [program, "-C", str(project), "serve", "--port", "0", "--as-of", "2026-10-15"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = self.process.stdout.readline()
        self.port = int(re.search(r":(\d+)/", line).group(1))
        self.listening = time.perf_counter() - self.begun
        self.events = None

    def first_byte(self, path, accept="*/*"):
        """Seconds until the first byte of an answer, and all of it. Whoever accepts pages is not kept waiting while the project is read."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
        begun = time.perf_counter()
        connection.request("GET", "/" + path, headers={"Accept": accept})
        answer = connection.getresponse()
        body = answer.read(1)
        took = time.perf_counter() - begun
        body += answer.read()
        connection.close()
        if answer.status not in (200, 503):
            raise SystemExit(f"{path}: {answer.status}")
        return took, body

    def listen(self):
        """Follows the stream of what happens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
        connection.request("GET", "/.tickmark/events")
        self.events = connection.getresponse()
        return self.next_state()

    def next_state(self):
        """The next state that is told."""
        while True:
            line = self.events.readline()
            if not line:
                raise SystemExit("the preview ended")
            if line.startswith(b"data: "):
                return json.loads(line[6:])

    def until(self, number):
        """Waits for a state after this one; gives its number."""
        while True:
            state = self.next_state()
            if state["problem"]:
                raise SystemExit(f"the project has a problem: {state['problem']}")
            if state["number"] > number:
                return state["number"]

    def end(self):
        self.process.terminate()
        self.process.wait()

    def peak(self):
        """MiB of memory at its highest."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) // 1024


def sorts(project):
    """What is edited: name, file, page, and the text with a number in it."""
    definitions = sorted((project / "metrics/definitions").glob("*.yaml"))
    metric = definitions[len(definitions) // 2].stem
    page = f"metrics/{metric}.html"
    definition = project / f"metrics/definitions/{metric}.yaml"
    text = definition.read_text()
    yield "definition", definition, page, lambda number: re.sub(r"(?m)^title: .*$", f"title: Edit {number}", text, count=1)
    table = sorted((project / "metrics/snapshots").glob(f"*/{metric}.csv"))[-1]
    rows = table.read_text().splitlines()
    place = rows[0].split(",").index("denominator_raw")

    def row(number):
        # The count before exclusions may be any that is large enough for them.
        cells = rows[1].split(",")
        cells[place] = str(int(cells[place]) + number + 1)
        return "\n".join([rows[0], ",".join(cells), *rows[2:]]) + "\n"

    yield "snapshot row", table, page, row
    template = project / "themes/own/templates/metric.html"
    text_of = '{% extends "default/page.html" %}{% block provenance %}<p>Edit NUMBER</p>{{ super() }}{% endblock provenance %}\n'
    yield "template", template, page, lambda number: text_of.replace("NUMBER", str(number))
    prose = project / "content/prose.md"
    yield "Markdown page", prose, "pages/prose.html", lambda number: f"---\ntitle: A page of prose\n---\nEdit {number}.\n"


def first_pages(program, project):
    """Starts a preview and asks for its first pages: the preview, the number of its state, and how long each took."""
    preview = Preview(program, project)
    held, body = preview.first_byte("index.html", "text/html")
    # What a start before this one showed is there at once.
    answer = "last shown" if b'data-notice="last-shown"' in body else "first answer"
    times = {"listening": preview.listening, answer: preview.listening + held}
    page = next(sorts(project))[2]
    state = preview.listen()
    if state["problem"]:
        raise SystemExit(f"the project has a problem: {state['problem']}")
    number = state["number"] or preview.until(0)
    times["read"] = time.perf_counter() - preview.begun
    times["page"], _ = preview.first_byte(page)
    times["front page"], _ = preview.first_byte("index.html")
    return preview, number, times


def main():
    program, project, edits, size, log = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4], sys.argv[5]
    starts = []
    for _ in range(STARTS):
        if starts:
            preview.end()
        preview, number, start = first_pages(program, project)
        starts.append(start)
    every = {"metrics": int(size), "starts": starts, "edits": {}}
    named = {name for start in starts for name in start}
    first = {name: statistics.median(start[name] for start in starts if name in start) * 1000 for name in named}
    first.setdefault("last shown", first["first answer"])
    print(f"\n{size} metrics, median of {STARTS} starts: listens after {first['listening']:.0f} ms, answers a browser after {first['first answer']:.0f} ms, "
          f"from the second start on with the front page as it was last shown after {first['last shown']:.0f} ms, "
          f"has read the project after {first['read']:.0f} ms; then the first page of a metric takes {first['page']:.0f} ms, "
          f"and the front page, which needs every figure, {first['front page']:.0f} ms\n")
    print("| edit | median ms | worst ms |\n| --- | ---: | ---: |")
    for name, file, page, text in sorts(project):
        before = file.read_text()
        times = []
        for edit in range(edits):
            begun = time.perf_counter()
            file.write_text(text(edit))
            number = preview.until(number)
            preview.first_byte(page)
            times.append(time.perf_counter() - begun)
        file.write_text(before)
        number = preview.until(number)
        every["edits"][name] = times
        print(f"| {name} | {statistics.median(times) * 1000:.0f} | {max(times) * 1000:.0f} |", flush=True)
    every["peak"] = preview.peak()
    print(f"\nPeak memory {every['peak']} MiB.", flush=True)
    preview.end()
    with open(log, "a", encoding="utf-8") as lines:
        lines.write(json.dumps(every) + "\n")


main()
