"""`python -m newscrawl`."""

from __future__ import annotations

from newscrawl.cli import main

if __name__ == "__main__":
    main()
