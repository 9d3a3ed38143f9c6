"""Counts the pages and the other files of a site.

    pages.py SITE RESULT.json

The sizes of the pages are kept one by one, in the order of their paths, since another site is made with the same sizes.
"""

import json
import os
import sys


def main():
    site, result = sys.argv[1:]
    sizes, others, other_bytes = [], 0, 0
    for folder, folders, files in os.walk(site):
        folders.sort()
        for name in sorted(files):
            size = os.lstat(os.path.join(folder, name)).st_size
            if name.endswith(".html"):
                sizes.append(size)
            else:
                others += 1
                other_bytes += size
    if not sizes:
        sys.exit(f"error: `{site}` holds no page")
    counted = {"pages": len(sizes), "page_bytes": sum(sizes), "others": others, "other_bytes": other_bytes, "sizes": sizes}
    with open(result, "w", encoding="utf-8") as file:
        json.dump(counted, file)


if __name__ == "__main__":
    main()
