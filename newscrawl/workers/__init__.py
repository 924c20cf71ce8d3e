"""Pages read in processes beside the crawl, so that its loop is free for the network."""

from newscrawl.workers.collector import calm
from newscrawl.workers.drift import LEADING, is_hollow, missed
from newscrawl.workers.handful import Handful
from newscrawl.workers.room import ReadingRoom
from newscrawl.workers.task import Task, read

__all__ = [
    "LEADING",
    "Handful",
    "ReadingRoom",
    "Task",
    "calm",
    "is_hollow",
    "missed",
    "read",
]
