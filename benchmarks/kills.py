"""Random `kill -9`: every record is to be held once, whole, and the rerun to end by itself.

    python -m benchmarks.kills --trials 100 --articles 400

Each trial is one corpus: one to three kills at random moments (the output, the batch and the
number of targets vary), then the same command until it ends. Prints one line a trial and the sums.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from newscrawl.demo import build, serve

ROOT = Path(__file__).parents[1]


def command(urls: list[str], home: Path, output: Path) -> list[str]:
    """The crawl of one trial."""
    base = [sys.executable, "-m", "newscrawl", "crawl", *urls]
    return [*base, "--home", str(home), "-o", str(output), "--json"]


def kill_once(arguments: list[str], output: Path, dice: random.Random, most: int) -> bool:
    """Start the crawl, kill it once a random number of records is out; False if it ended first."""
    process = subprocess.Popen(
        arguments, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    wanted, began = dice.randrange(most), time.monotonic()
    while process.poll() is None and time.monotonic() - began < 60:
        there = output.read_bytes().count(b"\n") if output.exists() else 0
        if there >= wanted:
            time.sleep(dice.random() / 4)
            process.kill()
            process.wait()
            return True
        time.sleep(0.005)
    process.wait()
    return False


def trial(urls: list[str], folder: Path, seed: int, articles: int) -> Counter[str]:
    """One corpus, killed and finished; what was wrong with it."""
    dice = random.Random(seed)
    home = folder / "corpus"
    output = dice.choice([home / "articles.jsonl", folder / "elsewhere.jsonl"])
    arguments = command(urls, home, output)
    kills = sum(kill_once(arguments, output, dice, articles) for _ in range(dice.randint(1, 3)))
    done = subprocess.run(arguments, cwd=ROOT, capture_output=True, check=False)
    data = output.read_bytes()
    ids = [json.loads(line)["id"] for line in data.splitlines()]
    return Counter(
        kills=kills,
        lost=articles - len(set(ids)),
        twice=len(ids) - len(set(ids)),
        torn=int(not data.endswith(b"\n")),
        bad_exit=int(done.returncode != 0),
    )


def main() -> None:
    """Run the trials; the exit code is 1 if anything was lost, doubled or torn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=20)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    sums: Counter[str] = Counter()
    half = told.articles // 2
    one, other = (build(name, articles=half, faults=False) for name in ("trs", "dede"))
    with serve(one) as first, serve(other) as second:
        for seed in range(told.seed, told.seed + told.trials):
            with tempfile.TemporaryDirectory() as folder:
                found = trial([first.url, second.url], Path(folder), seed, told.articles)
            sums.update(found)
            print(seed, dict(found), flush=True)
    print("in all", dict(sums))
    raise SystemExit(any(sums[name] for name in ("lost", "twice", "torn", "bad_exit")))


if __name__ == "__main__":
    main()
