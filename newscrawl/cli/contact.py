"""Who asks: the contact that every host but this machine is told by the verbs that fetch pages."""

from __future__ import annotations

import os
import re
from typing import Annotated
from urllib.parse import urlsplit

import typer

from newscrawl.errors import UsageError

Contact = Annotated[
    str | None,
    typer.Option(
        envvar="NEWSCRAWL_CONTACT",
        help="Your mail or web address, told to the site; needed for every host but loopback.",
    ),
]
_CONTACT = re.compile(r"\S@\S|https?://\S")


def tell_contact(url: str, contact: str | None) -> None:
    """Sign what is fetched with `contact`; UsageError where `url` is elsewhere and there is none.

    What is no http(s) address is left to whoever opens it.
    """
    from newscrawl.text.urls import is_loopback

    host = _web_host(url)
    if host is None:
        return
    if contact:
        if not (_CONTACT.search(contact) and contact.isprintable()):
            raise UsageError("--contact takes a mail address or a web address")
        os.environ["NEWSCRAWL_CONTACT"] = contact
    elif not is_loopback(host):
        raise UsageError(
            f"{url} is not on this machine: say who is asking, with --contact you@example.org "
            "or NEWSCRAWL_CONTACT"
        )


def _web_host(url: str) -> str | None:
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return parts.hostname if parts.scheme in {"http", "https"} else None
