"""The contact that every host but this machine is told by the verbs that fetch pages."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

from newscrawl.errors import UsageError
from newscrawl.text.contacts import has_contact


def tell_contact(url: str, contact: str | None) -> None:
    """Send `contact` along with requests; UsageError where `url` needs one and there is none.

    Anything but an http(s) address is left to whoever opens it.
    """
    from newscrawl.text.hosts import is_loopback

    host = _web_host(url)
    if host is None:
        return
    if contact:
        check_contact(contact)
        os.environ["NEWSCRAWL_CONTACT"] = contact
    elif not is_loopback(host):
        raise UsageError(
            f"{url} is not on this machine: say who is asking, with --contact you@example.org "
            "or NEWSCRAWL_CONTACT"
        )


def check_contact(contact: str) -> None:
    """UsageError where a site's people could not write to `contact`."""
    if not has_contact(contact):
        raise UsageError(f"--contact takes a mail address or a web address, not {contact}")


def _web_host(url: str) -> str | None:
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return parts.hostname if parts.scheme in {"http", "https"} else None
