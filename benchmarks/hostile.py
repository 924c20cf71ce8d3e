"""Each behaviour of the hostile web in a crawl of its own: seconds, MB, requests, exit code.

python -m benchmarks.hostile [NAME...]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.hostile.crawling import crawl
from tests.hostile.groups import CASES, GROUPS, PATIENT, TIMEOUT

_HOME = {name: group for group, cases in GROUPS.items() for name in cases}


def main(names: list[str]) -> int:
    """Print a line a behaviour, the worst last."""
    worst_seconds = worst_megabytes = 0.0
    for name in names or CASES:
        patience = TIMEOUT.get(_HOME[name], PATIENT)
        with tempfile.TemporaryDirectory() as folder:
            try:
                one = crawl({name: CASES[name]}, Path(folder) / "corpus", patience)
            except subprocess.TimeoutExpired:
                print(f"{name:26} hangs", flush=True)
                continue
            asked = sum(one.requests(name).values())
            told = one.report
        worst_seconds = max(worst_seconds, one.seconds)
        worst_megabytes = max(worst_megabytes, one.megabytes)
        print(
            f"{name:26} {one.seconds:6.1f} s {one.megabytes:6.0f} MB {asked:4} requests, exit "
            f"{told['exit_code']}, {told['outcomes']}",
            flush=True,
        )
    print(f"worst: {worst_seconds:.1f} s, {worst_megabytes:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
