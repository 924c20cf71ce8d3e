"""The `newscrawl` command, also as `python -m newscrawl`."""

from __future__ import annotations

from newscrawl.interrupts import end_at_once, end_in_peace, interrupt_once


def main() -> None:
    """Console-script entry point."""
    end_at_once()  # while it is being imported
    from newscrawl.cli import main as run

    interrupt_once()
    try:
        run()
    finally:
        end_in_peace()


if __name__ == "__main__":
    main()
