"""Random `kill -9`: every record is to be held once, whole, and the rerun to end by itself.

    python -m benchmarks.kills --trials 100 --articles 400 [--signals] [--fast]

Each trial is one corpus of two listings: one to four kills at random moments, then the same until
it ends by itself. The size of the batch, the output files (in the corpus, elsewhere, another one
each time) and the listings a command names (both, or one after the other) vary. With `--signals`
the kills are SIGINT and SIGTERM, once or twice in a row, each to end the crawl within ten seconds.
Prints one line a trial and the sums; exit status 1 if anything was lost, doubled or torn, or ended
late or with another code.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from newscrawl.demo import build, serve

ROOT = Path(__file__).parents[1]
BATCHES = (1, 4, 16, 64, 500)
KILL = (signal.SIGKILL,)
# What each way to stop a crawl may end with: a second signal may come when it has ended already.
SIGNALS = {
    (signal.SIGTERM,): 143,
    (signal.SIGINT,): 130,
    (signal.SIGTERM, signal.SIGTERM): 143,
    (signal.SIGINT, signal.SIGTERM): 130,
}
WRONG = ("lost", "twice", "torn", "bad_exit", "late")
PROMISE = 10.0  # seconds from a signal to the end


@dataclass(frozen=True)
class Plan:
    """One trial: what is crawled into which files, and in what steps it is made safe."""

    home: Path
    outputs: Sequence[Path]
    calls: Sequence[Sequence[str]]  # the listings of each command, in turn
    batch: int
    more: Sequence[str] = ()

    def command(self, turn: int) -> list[str]:
        """The crawl of one turn."""
        urls = self.calls[turn % len(self.calls)]
        output = self.outputs[turn % len(self.outputs)]
        base = [sys.executable, "-m", "newscrawl", "crawl", *urls]
        return [*base, "--home", str(self.home), "-o", str(output), "--json", *self.more]

    def start(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        """Start one crawl."""
        env = {**os.environ, "NEWSCRAWL_BATCH": str(self.batch)}
        with self.said.open("wb") as file:
            return subprocess.Popen(
                command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=file
            )

    @property
    def said(self) -> Path:
        """What the last crawl said on stderr."""
        return self.home.parent / "stderr"

    def lines(self) -> int:
        """The most lines that one of the outputs has."""
        return max(one.read_bytes().count(b"\n") if one.exists() else 0 for one in self.outputs)


def plan(urls: Sequence[str], folder: Path, dice: random.Random, more: Sequence[str] = ()) -> Plan:
    """The trial that the dice give."""
    home = folder / "corpus"
    inside, outside = home / "articles.jsonl", folder / "elsewhere.jsonl"
    return Plan(
        home=home,
        outputs=dice.choice([[inside], [outside], [inside, outside]]),
        calls=dice.choice([[urls], [urls[:1], urls[1:], urls]]),
        batch=dice.choice(BATCHES),
        more=more,
    )


def kill_once(
    one: Plan, turn: int, dice: random.Random, most: int, *, signals: bool
) -> Counter[str]:
    """Start a crawl, kill it once a random number of records is out, unless it ends before."""
    ways = [*SIGNALS] if signals else [KILL]
    there = one.lines()
    wanted, began = dice.randrange(there, max(most, there + 1)), time.monotonic()
    process = one.start(one.command(turn))
    while process.poll() is None and time.monotonic() - began < 120:
        if one.lines() >= wanted:
            time.sleep(dice.random() / 2)
            return stop(process, dice.choice(ways), one)
        time.sleep(0.005)
    process.kill()
    process.wait()
    return Counter()


def stop(
    process: subprocess.Popen[bytes], way: Sequence[signal.Signals], crawl: Plan
) -> Counter[str]:
    """Send the signals; what came of it."""
    began, starting = time.monotonic(), not crawl.home.exists()
    for one in way:
        process.send_signal(one)
        time.sleep(0.15 if way is not KILL else 0)
    code, took = process.wait(), time.monotonic() - began
    if code == 0:
        return Counter()  # it had ended
    # A process that is only starting up has no handlers yet, and nothing to lose: the first signal
    # ends it, or the second one where Python was still at putting the first into words.
    early = way if starting else way[:1]
    right = {-signal.SIGKILL} if way is KILL else {SIGNALS[tuple(way)], *(-one for one in early)}
    if b"KeyboardInterrupt" in crawl.said.read_bytes():
        right.add(1)  # Python itself, before the first line of ours
    return Counter(kills=1, late=int(took > PROMISE), bad_exit=int(code not in right))


def trial(
    urls: Sequence[str],
    folder: Path,
    seed: int,
    articles: int,
    *,
    signals: bool,
    more: Sequence[str] = (),
) -> Counter[str]:
    """One corpus, killed and finished; what was wrong with it."""
    dice = random.Random(seed)
    one = plan(urls, folder, dice, more)
    found: Counter[str] = Counter()
    for turn in range(dice.randint(1, 4)):
        found += kill_once(one, turn, dice, articles, signals=signals)
    for output in one.outputs:
        last = replace(one, outputs=[output], calls=[urls])
        found["bad_exit"] += last.start(last.command(0)).wait() != 0
        data = output.read_bytes()
        ids = [json.loads(line)["id"] for line in data.splitlines()]
        found["files"] += 1
        found["lost"] += articles - len(set(ids))
        found["twice"] += len(ids) - len(set(ids))
        found["torn"] += not data.endswith(b"\n")
    return found


def main() -> None:
    """Run the trials; the exit code is 1 if anything was lost, doubled or torn."""
    parser = argparse.ArgumentParser(prog="benchmarks.kills", description=__doc__)
    parser.add_argument("--trials", type=int, default=20)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--signals", action="store_true")
    parser.add_argument("--fast", action="store_true", help="with workers, where there are cores")
    told = parser.parse_args()
    sums: Counter[str] = Counter()
    half = told.articles // 2
    sites = [build(name, articles=half, faults=False) for name in ("trs", "dede")]
    with serve(sites[0]) as first, serve(sites[1]) as second:
        for seed in range(told.seed, told.seed + told.trials):
            with tempfile.TemporaryDirectory() as folder:
                found = trial(
                    [first.url, second.url],
                    Path(folder),
                    seed,
                    2 * half,
                    signals=told.signals,
                    more=["--fast"] if told.fast else [],
                )
            sums.update(found)
            print(seed, dict(found), flush=True)
    print("in all", dict(sums))
    raise SystemExit(any(sums[name] for name in WRONG))


if __name__ == "__main__":
    main()
