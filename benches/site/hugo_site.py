"""Makes a Hugo site whose pages, once rendered, are as many and as large as those of a report.

    hugo_site.py PAGES.json SITE HUGO MOST

PAGES.json is what pages.py wrote; HUGO is the program; MOST is the greatest number of pages, 0 for as many as half of the free
memory holds. Each page has eight sections of prose and a table, one simple template and nothing else: no lists, feeds, site map
or taxonomies.

How many bytes Markdown becomes is computed here and then set right by rendering a few dozen of the pages first. That the
whole site is within three per cent is checked in the end, in table.py.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

SECTIONS = 8
COLUMNS = 4
SAMPLE = 40
PER_FOLDER = 1000
# Bytes of memory that Hugo needs for a byte of pages; measured from 17 to 25.
MEMORY_PER_BYTE = 22
# What goldmark adds to the text of a row, of a cell, and of marked words.
ROW_BYTES = len("\t\t\t<tr>\n\t\t\t</tr>\n")
CELL_BYTES = len("\t\t\t\t\t<td></td>\n")
MARKS = [("**{}**", len("<strong></strong>")), ("`{}`", len("<code></code>")), ("[{}](#section-1)", len('<a href="#section-1"></a>'))]
# A page of eight headings, empty tables and the template, roughly; the sample tells the rest.
FRAME_BYTES = 3000

WORDS = (
    "account after again agreed another answer before better call case change clear close contact count customer day desk "
    "early entry every figure first form found hand help hold hour keep known late letter level line mark matter month next "
    "number office open order other part people place plan point promise question rate reason record report review right "
    "rule sample same second send service share shift show side small source step system table team term time total unit "
    "value week while whole word work write year"
).split()

SETTINGS = """\
baseURL = "https://example.org/"
title = "Pages"
uglyURLs = true
disableKinds = ["404", "home", "RSS", "robotsTXT", "section", "sitemap", "taxonomy", "term"]
"""

TEMPLATE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }}</title>
<link rel="stylesheet" href="../report.css">
</head>
<body>
<header><nav><a href="../index.html">Home</a> <a href="../pages.html">Pages</a> <a href="../about.html">About</a></nav></header>
<main>
<h1>{{ .Title }}</h1>
{{ .Content }}
</main>
<footer><p>Made from Markdown.</p></footer>
</body>
</html>
"""


def sentence(draw, bytes_left):
    """A sentence of at most so many bytes once rendered, with one marked word; the text and its rendered length."""
    words = draw.choices(WORDS, k=draw.randint(9, 16))
    rendered = sum(map(len, words)) + len(words)
    mark, added = draw.choice(MARKS)
    if rendered + added <= bytes_left:
        at = draw.randrange(len(words))
        words[at] = mark.format(words[at])
        rendered += added
    while rendered > bytes_left and len(words) > 1:
        rendered -= len(words.pop()) + 1
    return " ".join(words) + ".", rendered + 1


def prose(draw, size):
    """A paragraph that is about so many bytes long once rendered."""
    parts = []
    while size > 12:
        text, rendered = sentence(draw, size)
        parts.append(text)
        size -= rendered
    return " ".join(parts)


def row(draw):
    """A row of a table, and its rendered length."""
    cells = [draw.choice(WORDS), draw.choice(WORDS), str(draw.randint(100, 99999)), f"{draw.randint(0, 9999) / 100:.2f}"]
    return "| " + " | ".join(cells) + " |", ROW_BYTES + COLUMNS * CELL_BYTES + sum(map(len, cells))


def page(number, size):
    """The Markdown of a page that is about so many bytes long once rendered: half of it prose, half of it tables."""
    draw = random.Random(number)
    each = max(0, size - FRAME_BYTES) / SECTIONS
    parts = [f"---\ntitle: Page {number:07}\n---\n"]
    spent = 0
    for section in range(1, SECTIONS + 1):
        rows, rows_bytes = [], 0
        while rows_bytes < each / 2:
            text, rendered = row(draw)
            rows.append(text)
            rows_bytes += rendered
        # What the last row was too long for is taken from the prose, so that a page keeps to its size.
        wanted = int(each * section) - spent - rows_bytes
        parts.append(f"## Section {section}\n\n{prose(draw, wanted)}\n\n| Name | Kind | Count | Share |\n| --- | --- | ---: | ---: |\n" + "\n".join(rows) + "\n")
        spent += rows_bytes + max(0, wanted)
    return "\n".join(parts)


def write_site(site, sizes, first=0):
    """Writes settings, template and one Markdown file for each size."""
    os.makedirs(os.path.join(site, "layouts", "_default"))
    with open(os.path.join(site, "hugo.toml"), "w", encoding="utf-8") as file:
        file.write(SETTINGS)
    with open(os.path.join(site, "layouts", "_default", "single.html"), "w", encoding="utf-8") as file:
        file.write(TEMPLATE)
    markdown = 0
    for position, size in enumerate(sizes):
        number = first + position
        folder = os.path.join(site, "content", f"part-{number // PER_FOLDER:03}")
        if position == 0 or number % PER_FOLDER == 0:
            os.makedirs(folder, exist_ok=True)
        text = page(number, size)
        markdown += len(text)
        with open(os.path.join(folder, f"page-{number:07}.md"), "w", encoding="utf-8") as file:
            file.write(text)
    return markdown


def excess(hugo, sizes):
    """By how many bytes a page comes out longer than it should, measured on a sample."""
    with tempfile.TemporaryDirectory(prefix="tickmark-sample-") as folder:
        site, public = os.path.join(folder, "site"), os.path.join(folder, "public")
        write_site(site, sizes)
        command = [hugo, "--quiet", "--noBuildLock", "--cacheDir", os.path.join(folder, "cache"), "--source", site, "--destination", public]
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=sys.stderr)
        rendered = [os.path.getsize(os.path.join(path, name)) for path, _, names in os.walk(public) for name in names]
    if len(rendered) != len(sizes):
        sys.exit(f"error: hugo rendered {len(rendered)} pages, expected {len(sizes)}")
    return (sum(rendered) - sum(sizes)) / len(sizes)


def room(sizes):
    """How many pages of the mean size half of the free memory holds."""
    with open("/proc/meminfo", encoding="ascii") as file:
        free = next(int(line.split()[1]) * 1024 for line in file if line.startswith("MemAvailable:"))
    return max(1, free // 2 // MEMORY_PER_BYTE * len(sizes) // sum(sizes))


def every_nth(sizes, most):
    """At most so many of the sizes, evenly spread, so that large and small ones keep their shares."""
    if len(sizes) <= most:
        return sizes
    return [sizes[position * len(sizes) // most] for position in range(most)]


def main():
    pages, site, hugo, most = sys.argv[1:]
    with open(pages, encoding="utf-8") as file:
        sizes = json.load(file)["sizes"]
    sizes = every_nth(sizes, int(most) or room(sizes))
    sample = every_nth(sizes, SAMPLE)
    global FRAME_BYTES
    for _ in range(2):
        FRAME_BYTES += round(excess(hugo, sample))
    shutil.rmtree(site, ignore_errors=True)
    markdown = write_site(site, sizes)
    print(f"wrote {len(sizes)} Markdown files with {markdown} bytes, to become {sum(sizes)} bytes of pages", file=sys.stderr)


if __name__ == "__main__":
    main()
