"""Signals at the very end of the process: its exit code stands."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

_SLOW_END = (
    "import atexit, sys, time; "
    "atexit.register(lambda: (print('over', flush=True), time.sleep(0.5))); "
    "sys.argv = ['newscrawl', '--version']; "
    "from newscrawl.__main__ import main; main()"
)


_SLOW_TO_SAY = (
    "import time; from newscrawl.interrupts import interrupt_once; interrupt_once()\n"
    "try: print('on', flush=True); time.sleep(20)\n"
    "except KeyboardInterrupt: print('first', flush=True); time.sleep(20)"
)


def test_after_ctrl_c_a_second_signal_ends_the_process_by_the_first_ones_code() -> None:
    process = subprocess.Popen([sys.executable, "-c", _SLOW_TO_SAY], stdout=subprocess.PIPE)
    assert process.stdout
    for said, number in ((b"on\n", signal.SIGINT), (b"first\n", signal.SIGTERM)):
        assert process.stdout.readline() == said
        process.send_signal(number)
    assert process.wait(timeout=20) == 130
    process.stdout.close()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_while_python_puts_things_away_changes_no_exit_code(
    number: signal.Signals,
) -> None:
    process = subprocess.Popen([sys.executable, "-c", _SLOW_END], stdout=subprocess.PIPE)
    assert process.stdout
    while (line := process.stdout.readline()) and line != b"over\n":
        pass
    process.send_signal(number)
    assert process.wait(timeout=20) == 0
    process.stdout.close()
