"""Statuses and redirects."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from tests.hostile.web import (
    A1,
    NOT_FOUND,
    ORDINARY,
    Ask,
    Case,
    a1,
    listing,
    numbered,
    page,
    redirect,
    whole,
)

MANY = [f"/n{n}.htm" for n in range(30)]


def wall_of_cookies(ask: Ask) -> bytes:
    if "pass=1" in ask.headers.get("cookie", ""):
        return page(A1)
    return redirect(ask.path, "Set-Cookie: pass=1; path=/")


def busy(status: str, times: int, *headers: str) -> object:
    def answer(ask: Ask) -> bytes:
        return page("busy", *headers, status=status) if ask.nth <= times else page(A1)

    return answer


def patient(status: str, times: int, seconds: int) -> Callable[[Ask], bytes]:
    """The article after so many refusals, for who waited as each of them says."""
    last = [0.0]

    def answer(ask: Ask) -> bytes:
        now = time.monotonic()
        early, last[0] = now - last[0] < seconds - 0.1, now
        if early:
            return page("too early", status="403 Forbidden")
        if ask.nth <= times:
            return page("busy", f"Retry-After: {seconds}", status=status)
        return page(A1)

    return answer


def growing(ask: Ask) -> bytes:
    """Busy for ever; gone for who does not wait ever longer (half a second, doubled each time)."""
    now = time.monotonic()
    early = now - GROWING.get(ask.base, 0.0) < 0.9 * 2 ** (ask.nth - 3)
    GROWING[ask.base] = now
    return page("", status="410 Gone" if early and ask.nth > 1 else "503 Busy")


GROWING: dict[str, float] = {}


def flapping(ask: Ask) -> bytes:
    if ask.total % 2:
        return page("busy", status="503 Service Unavailable")
    return ORDINARY.get(ask.path, NOT_FOUND)


def by_rate(limit: int, within: float) -> Callable[[Ask], bytes]:
    """429 for who asks more than `limit` times in `within` seconds."""
    asked: list[float] = []

    def answer(ask: Ask) -> bytes:
        now = time.monotonic()
        asked[:] = [at for at in asked if now - at < within]
        if len(asked) >= limit:
            return page("", status="429 Too Many")
        asked.append(now)
        return numbered(ask)

    return answer


def in_gbk(ask: Ask) -> bytes:
    """A redirect whose address is raw GBK; the article is at those bytes, percent-encoded."""
    if ask.path.upper().endswith("/%B9%FA.HTM"):
        return page(A1)
    if ask.path == "/a1.htm":
        place = "/国.htm".encode("gbk")
        return b"HTTP/1.1 302 Found\r\nLocation: " + place + b"\r\nContent-Length: 0\r\n\r\n"
    return ORDINARY.get(ask.path, NOT_FOUND)


WISHES = (
    "X-Robots-Tag: noarchive, noai", "TDM-Reservation: 1", "TDM-Policy: /tdm.json",
)  # fmt: skip
STATUS: Mapping[str, Case] = {
    "deleted_404": a1(page("no", status="404 Not Found"), "gone", asked=1),
    "gone_410": a1(page("no", status="410 Gone"), "gone", asked=1),
    "forbidden_403": a1(page("no", status="403 Forbidden"), "blocked", most=5, asked=1),
    "waf_412": a1(page("no", status="412 Precondition Failed"), "blocked", most=5, asked=1),
    "status_999": a1(page("no", status="999 No"), "network"),
    "always_500": a1(page("no", status="500 Oops"), "http_5xx"),
    "always_503": a1(growing, "http_5xx", asked=6),
    "once_503": whole(busy("503 Busy", 2)),
    "retry_after_429": whole(patient("429 Too Many", 2, 3), asked=3),
    "retry_after_503x4": whole(patient("503 Busy", 4, 2), asked=5),
    "unasked_304": whole(busy("304 Not Modified", 1), asked=2),
    "flapping_503": Case(answers={"*": flapping}, most=14),
    "throttle_by_rate": Case(
        answers={"/list": page(listing(*MANY)), "*": by_rate(5, 1.0)}, a1=None, held=30, most=60
    ),
    "all_403": Case(
        answers={"/list": page(listing(*MANY)), "*": page("no", status="403 Forbidden")},
        a1=None, held=0, most=7, code=5,  # robots.txt, the list, five refusals
    ),
    "wishes": Case(
        answers={
            "/robots.txt": page("User-agent: *\nContent-Usage: train-ai=n\nAllow: /"),
            "/a1.htm": page(A1, *WISHES),
        },
        record={"policy": {
            "robots": None, "x_robots_tag": "noarchive, noai", "content_usage": "train-ai=n",
            "tdm_reservation": "1, tdm-policy: /tdm.json",
        }},
    ),
    "retry_after_an_hour": Case(
        answers={"/a1.htm": page("", "Retry-After: 3600", status="503 Busy")},
        a1="http_5xx", held=0, most=3, code=5, told="ask again in 3600 seconds",
    ),
    "list_404": Case(
        answers={"/list": page("", status="404 Not Found")}, a1=None, held=0, most=2, code=2
    ),
}  # fmt: skip
REDIRECT: Mapping[str, Case] = {
    "redirect_self": a1(redirect("/a1.htm"), "network", most=8),
    "redirect_pingpong": Case(
        answers={"/a1.htm": redirect("/b1.htm"), "/b1.htm": redirect("/a1.htm")},
        a1="network", held=2, most=12, code=1,
    ),
    "redirect_long": a1(
        lambda ask: redirect(f"/a1.htm?n={ask.total}"), "network", most=20
    ),
    "redirect_file": a1(redirect("file:///etc/passwd"), "network"),
    "redirect_data": a1(redirect("data:text/html,<h1>x</h1>"), "network"),
    "redirect_javascript": a1(redirect("javascript:alert(1)"), "network"),
    "redirect_internal": a1(redirect("http://127.0.0.1:22/"), "external"),
    "redirect_metadata": a1(redirect("http://169.254.169.254/latest/meta-data/"), "external"),
    "redirect_internal_decimal": a1(redirect("http://2130706433/"), "external"),
    "redirect_cross_host": a1(redirect("http://other.example/x"), "external"),
    "redirect_port": a1(lambda ask: redirect(f"{ask.base[:-1]}/x"), "external"),
    "redirect_to_home": a1(redirect("/"), "gone"),
    "redirect_to_list": a1(redirect("/list"), "gone"),
    "redirect_to_login": a1(redirect("/cas/login?service=x"), "restricted"),
    "redirect_no_location": a1(page("", "Location: ", status="302 Found"), "network", most=5),
    "redirect_without": a1(page("", status="302 Found"), "network", most=5),
    "redirect_gbk_location": Case(answers={"*": in_gbk}),
    "redirect_half_an_address": a1(redirect("http://[::1"), "network"),
    "redirect_with_a_login": a1(redirect("http://me:secret@other.example/"), "external"),
    "redirect_300": a1(page("", status="300 Multiple Choices"), "network"),
    "cookie_wall": whole(wall_of_cookies),
}  # fmt: skip
