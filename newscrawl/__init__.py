"""Every article an institute's news listing ever posted, as one clean JSON line each."""

from __future__ import annotations

__version__ = "0.1.0"
