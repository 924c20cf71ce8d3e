"""Runs a command as its own child and says what that cost, to a pipe: JSON of code, CPU, MB.

The kernel counts as a process's peak what its parent had in memory when it was started. A benchmark
grows with what it holds; this program stays as small as it begins.

    python launcher.py PIPE COMMAND ...
"""

from __future__ import annotations

import json
import os
import sys


def main() -> None:
    """Start the command, wait for it, and tell."""
    pipe, *command = sys.argv[1:]
    os.set_inheritable(int(pipe), False)  # noqa: FBT003 - it takes no name
    child = os.posix_spawnp(command[0], command, os.environ)
    _, status, used = os.wait4(child, 0)
    cost = {
        "code": os.waitstatus_to_exitcode(status),
        "cpu": used.ru_utime + used.ru_stime,
        "peak": used.ru_maxrss / 1024,
    }
    with os.fdopen(int(pipe), "w", encoding="utf-8") as told:
        json.dump(cost, told)


if __name__ == "__main__":
    main()
