"""One run at a time in a corpus folder: an advisory lock that dies with its holder."""

from __future__ import annotations

import fcntl
import json
import os
from pathlib import Path

from newscrawl.errors import LockedError, StorageError


class Lock:
    """Holds `<home>/.lock`, in which the holder's pid, command and start are written."""

    def __init__(self, home: Path, command: str, since: str) -> None:
        self._path = home / ".lock"
        try:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise StorageError(f"cannot write in {home}: {error.strerror}") from error
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = self._holder()
            os.close(self._file)
            raise LockedError(f"{home} is held by another run: {holder}") from error
        except OSError as error:
            os.close(self._file)
            raise StorageError(f"cannot lock {self._path}: {error.strerror}") from error
        self._sign({"pid": os.getpid(), "command": command, "since": since})

    def release(self) -> None:
        """Give the folder back; safe to call twice."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _sign(self, holder: dict[str, object]) -> None:
        try:
            os.ftruncate(self._file, 0)
            os.pwrite(self._file, json.dumps(holder, ensure_ascii=False).encode(), 0)
        except OSError as error:
            self.release()
            raise StorageError(f"cannot write {self._path}: {error.strerror}") from error

    def _holder(self) -> str:
        try:
            told = json.loads(os.pread(self._file, 65536, 0))
            return f"pid {told['pid']}, since {told['since']}: {told['command']}"
        except (OSError, ValueError, KeyError, TypeError):
            return "it has not said who it is"


def refuse_if_held(home: Path) -> None:
    """Raise LockedError while a run holds a folder that we may not write in."""
    try:
        file = os.open(home / ".lock", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise LockedError(f"{home} is held by another run") from error
    finally:
        os.close(file)


def is_alive(home: Path, since: str) -> bool:
    """Whether the run that locked the folder at `since` is still going on."""
    try:
        holder = json.loads((home / ".lock").read_bytes())
        if holder["since"] != since:
            return False
        os.kill(int(holder["pid"]), 0)
    except PermissionError:  # it is somebody else's
        return True
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return False
    return True
