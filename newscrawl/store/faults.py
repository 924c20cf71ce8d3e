"""Named points that the crash tests break at; nothing happens here unless a hook is installed.

``NEWSCRAWL_FAULT=<point>:<nth passage>:<kill|ENOSPC|EIO|MemoryError>`` installs one for a child
process; `install` does it inside a test.
"""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable

Hook = Callable[[str], None]

POINTS = (
    "before_commit",
    "after_commit",
    "before_append",
    "half_write",
    "after_append",
    "after_fsync",
    "after_watermark",
    "before_truncate",
    "after_truncate",
)
_hooks: list[Hook] = []


def passage(point: str) -> None:
    """Say that `point` is reached."""
    for hook in _hooks:
        hook(point)


def watched() -> bool:
    """Whether a hook is installed: appends are then written in two halves."""
    return bool(_hooks)


def install(hook: Hook | None) -> None:
    """Install `hook` in place of any other; None removes it."""
    _hooks[:] = [hook] if hook else []


def nth(point: str, passages: int, act: Callable[[], None]) -> Hook:
    """A hook that does `act` the n-th time `point` is reached."""
    left = {point: passages}

    def hook(reached: str) -> None:
        if reached in left:
            left[reached] -= 1
            if left[reached] == 0:
                act()

    return hook


def act_named(name: str) -> Callable[[], None]:
    """What a fault called `kill`, `MemoryError` or by an errno's name does."""

    def act() -> None:
        if name == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if name == "MemoryError":
            raise MemoryError
        number = getattr(errno, name)
        raise OSError(number, os.strerror(number))

    return act


def install_from_environment() -> None:
    """Install what ``NEWSCRAWL_FAULT`` asks for, if anything."""
    wanted = os.environ.get("NEWSCRAWL_FAULT")
    if wanted:
        point, passages, name = wanted.split(":")
        install(nth(point, int(passages), act_named(name)))
