"""`scrapy crawl` as Scrapy has it; of `news`, trouble is told in one line, and exit codes hold.

Scrapy asks a spider for itself within the crawl, where whatever it refuses is a traceback and 1.
"""

from __future__ import annotations

import argparse
import sys

from scrapy.commands import crawl

from newscrawl.cli.summary import complaints
from newscrawl.errors import ExitCode, NewscrawlError
from newscrawl.spiders import NewsSpider
from newscrawl.spiders.plan import from_arguments


class Command(crawl.Command):
    """The verb of this project; other spiders than `news` are run as ever."""

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the spider; `exitcode` is one of the contract's."""
        if args != [NewsSpider.name]:
            super().run(args, opts)
            return
        assert self.settings is not None
        try:
            opts.spargs = from_arguments(self.settings, opts.spargs)
        except NewscrawlError as error:
            print(f"newscrawl: {error}", file=sys.stderr)  # noqa: T201
            self.exitcode = int(error.exit_code)
            return
        session = opts.spargs["session"]
        super().run(args, opts)
        if session.failure:
            print(f"newscrawl: {session.failure}", file=sys.stderr)  # noqa: T201
            self.exitcode = int(session.failure.exit_code)
            return
        report = session.report or {}
        self.exitcode = int(report.get("exit_code", ExitCode.PARTIAL))
        for line in complaints(report, session.home):
            print(f"newscrawl: {line}", file=sys.stderr)  # noqa: T201
