"""The errors of newscrawl, each with the exit code the command line ends with.

NewscrawlError                  exit 2
├── UsageError                  2   a wrong argument, an unknown site, a missing contact
│   └── SiteFileError           2   a site file that breaks a rule: names the file and the key
├── LearnError                  2   pages that no rules can be learnt from
├── StorageError                3   disk full, read-only, damaged ledger: stopped at once
└── LockedError                 7   another run holds the corpus folder
"""

from __future__ import annotations

from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """What the command line ends with; the numbers are a contract (README, "Exit codes")."""

    COMPLETE = 0
    PARTIAL = 1
    USAGE = 2
    STORAGE = 3
    DRIFT = 4
    BLOCKED = 5
    LIMIT = 6
    LOCKED = 7
    INTERRUPTED = 130
    TERMINATED = 143


class NewscrawlError(Exception):
    """Anything newscrawl itself refuses; its text is one line for the user."""

    exit_code: ClassVar[ExitCode] = ExitCode.USAGE


class UsageError(NewscrawlError):
    """The command was called in a way that cannot work."""


class SiteFileError(UsageError):
    """A site file breaks a rule; the text names the file and the key."""


class LearnError(NewscrawlError):
    """The pages are too few, or no articles: no rules can be learnt from them."""


class StorageError(NewscrawlError):
    """The corpus folder cannot be written or read; nothing more is fetched."""

    exit_code: ClassVar[ExitCode] = ExitCode.STORAGE


class LockedError(NewscrawlError):
    """Another run holds the corpus folder."""

    exit_code: ClassVar[ExitCode] = ExitCode.LOCKED
