"""Prints what was measured as Markdown tables, and writes it to a JSON file where one is named.

    table.py RESULTS [FILE.json]

Walls are medians over the rounds, peaks the greatest of them.
"""

import json
import os
import re
import statistics
import sys

# Pages of both sites may differ by this part of the bytes.
TOLERANCE = 0.03
# Between the name of a stage and that of a part of it.
PART = ": "
TIMING = re.compile(r"^timing: (.+?) +([0-9.]+) ms$", re.MULTILINE)


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def rounds(folder, program):
    """The measurements of a program, round by round."""
    found = []
    while os.path.exists(path := os.path.join(folder, f"{program}-{len(found) + 1}.json")):
        found.append(load(path))
    return found


def stages(folder, count):
    """Milliseconds of each stage, as medians over the rounds, in the order in which they were told."""
    told = {}
    for number in range(1, count + 1):
        with open(os.path.join(folder, f"tickmark-{number}.err"), encoding="utf-8", errors="replace") as file:
            for stage, milliseconds in TIMING.findall(file.read()):
                if stage != "total":
                    told.setdefault(stage, []).append(float(milliseconds))
    return {stage: statistics.median(values) for stage, values in told.items()}


def summary(folder):
    """Everything about one size."""
    measured = rounds(folder, "tickmark")
    pages = load(os.path.join(folder, "tickmark-pages.json"))
    result = {
        "metrics": int(os.path.basename(folder)),
        "pages": pages["pages"],
        "page_bytes": pages["page_bytes"],
        "all_bytes": pages["page_bytes"] + pages["other_bytes"],
        "files": pages["pages"] + pages["others"],
        "tickmark": measured,
        "wall": statistics.median(one["wall_s"] for one in measured),
        "peak": max(one["peak_kib"] for one in measured),
        "stages": stages(folder, len(measured)),
    }
    beside = rounds(folder, "hugo")
    if beside:
        made = load(os.path.join(folder, "hugo-pages.json"))
        result["hugo"] = beside
        result["hugo_pages"] = made["pages"]
        result["hugo_page_bytes"] = made["page_bytes"]
        result["hugo_wall"] = statistics.median(one["wall_s"] for one in beside) * pages["pages"] / made["pages"]
        result["hugo_peak"] = max(one["peak_kib"] for one in beside)
        per_page = made["page_bytes"] / made["pages"]
        result["difference"] = per_page * pages["pages"] / pages["page_bytes"] - 1
    return result


def megabytes(number):
    return f"{number / 1e6:,.1f}"


def seconds(number):
    return f"{number:,.2f}" if number < 100 else f"{number:,.0f}"


def print_row(*cells):
    print("| " + " | ".join(cells) + " |")


def print_sizes(results):
    head = ["metrics", "pages", "HTML MB", "all MB", "Tickmark s", "peak MiB", "ms a page"]
    hugo = any("hugo" in result for result in results)
    head += ["Hugo s", "peak MiB", "ratio", "HTML of Hugo"] if hugo else []
    print_row(*head)
    print_row(*["---:"] * len(head))
    for result in results:
        row = [
            f"{result['metrics']:,}",
            f"{result['pages']:,}",
            megabytes(result["page_bytes"]),
            megabytes(result["all_bytes"]),
            seconds(result["wall"]),
            f"{result['peak'] / 1024:,.0f}",
            f"{result['wall'] * 1000 / result['pages']:.3f}",
        ]
        if "hugo" in result:
            about = "" if result["hugo_pages"] == result["pages"] else "≈ "
            row += [
                about + seconds(result["hugo_wall"]),
                f"{result['hugo_peak'] / 1024:,.0f}",
                f"{result['wall'] / result['hugo_wall']:.3f}",
                f"{result['difference']:+.1%}",
            ]
        print_row(*row)
    print()
    for result in results:
        if "hugo" in result and result["hugo_pages"] != result["pages"]:
            made, pages = result["hugo_pages"], result["pages"]
            print(f"At {result['metrics']:,} metrics Hugo rendered {made:,} of {pages:,} pages; its time is scaled up, its peak is not.\n")


def print_stages(results):
    names = list(dict.fromkeys(stage for result in results for stage in result["stages"]))
    if not names:
        print("The program told no stages.\n")
        return
    print_row("stage", *[f"{result['metrics']:,}" for result in results])
    print_row("---", *["---:"] * len(results))
    for name in names:
        print_row(name, *[share(result["stages"], name) for result in results])
    print()
    if any(PART in name for name in names):
        print("The parts of a stage are added up over all threads; their shares are shares of that stage.\n")


def share(stages, name):
    """The share of a stage in all stages, or of a part in all parts of its stage."""
    if name not in stages:
        return ""
    whole, part, _ = name.partition(PART)
    same = [spent for stage, spent in stages.items() if (stage.startswith(whole + PART) if part else PART not in stage)]
    return f"{stages[name] / (sum(same) or 1):.1%} ({stages[name]:,.0f} ms)"


def print_growth(results):
    by_size = {result["metrics"]: result["wall"] * 1000 / result["pages"] for result in results}
    if 1000 in by_size and 10000 in by_size:
        before, after = by_size[1000], by_size[10000]
        print(f"From 1,000 to 10,000 metrics a page costs {after / before:.2f} times as much: {before:.3f} ms, then {after:.3f} ms.\n")


def main():
    folder = sys.argv[1]
    sizes = sorted((name for name in os.listdir(folder) if name.isdigit()), key=int)
    results = [summary(os.path.join(folder, size)) for size in sizes]
    with open(os.path.join(folder, "machine"), encoding="utf-8") as file:
        machine = dict(line.rstrip("\n").partition(" ")[::2] for line in file)
    programs = ", ".join(f"{name} {machine[name]}" for name in ("tickmark", "hugo") if name in machine)
    print(f"{programs}; {machine['cores']} cores, files on {machine['disk']}; {machine['periods']} periods of {machine['cells']} cells.\n")
    print_sizes(results)
    print_stages(results)
    print_growth(results)
    if len(sys.argv) > 2:
        with open(sys.argv[2], "w", encoding="utf-8") as file:
            json.dump({"machine": machine, "sizes": results}, file, indent=1)
            file.write("\n")
    off = [result for result in results if abs(result.get("difference", 0)) > TOLERANCE]
    for result in off:
        print(f"error: at {result['metrics']:,} metrics the bytes of both sites differ by {result['difference']:+.1%}", file=sys.stderr)
    return 1 if off else 0


if __name__ == "__main__":
    sys.exit(main())
