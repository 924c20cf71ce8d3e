"""The `newscrawl` command, also as `python -m newscrawl`."""

from __future__ import annotations

import signal

from newscrawl.interrupts import end_at_once, end_in_peace


def main() -> None:
    """Console-script entry point."""
    end_at_once()  # while it is being imported
    from newscrawl.cli import main as run

    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        run()
    finally:
        end_in_peace()


if __name__ == "__main__":
    main()
