"""Runs a command and writes how long it took and how much memory it needed.

    measure.py RESULT.json COMMAND [ARGUMENT...]

Standard error goes to RESULT.err, standard output nowhere. The exit code is that of the command. Peak memory is that of the
largest process, as the system counts it; it is never below the few MiB of this script, from which the command is started.
"""

import json
import os
import subprocess
import sys
import time


def main():
    result, command = sys.argv[1], sys.argv[2:]
    with open(result.removesuffix(".json") + ".err", "wb") as errors:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
    code = os.waitstatus_to_exitcode(status)
    process.returncode = code
    measured = {
        "wall_s": wall,
        "user_s": usage.ru_utime,
        "system_s": usage.ru_stime,
        "peak_kib": usage.ru_maxrss,
    }
    with open(result, "w", encoding="utf-8") as file:
        json.dump(measured, file)
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    sys.exit(main())
