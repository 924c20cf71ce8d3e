"""A made-up page of an institute abroad, and what stands on it."""

from __future__ import annotations

from newscrawl.items import Article
from tests.extract.article.pages import read

TITLE = "Messboje sendet vom Grund des Arbersees"
LEAD = "Seit Montag meldet eine Boje der Hochschule stündlich, wie warm der See in zehn Metern ist."
TEXT = (
    "Die Boje liegt an der tiefsten Stelle, von einem Anker aus Beton gehalten, und funkt ans Ufer.",
    "Studierende haben sie im Praktikum gebaut, geprüft und im Oktober mit dem Ruderboot gesetzt.",
    "Die Werte sind öffentlich, und Schulen aus dem Landkreis dürfen mit ihnen rechnen.",
)
PLAIN = "".join(f"<p>{text}</p>" for text in TEXT)


def site(inside: str, *, head: str = "", lang: str = "de") -> Article:
    """The record of a page with this in its main part."""
    html = (
        f"<html lang='{lang}'><head><title>{TITLE} - Hochschule Arber</title>{head}</head><body>"
        f"<header><a href='/'>Hochschule Arber</a></header><main>{inside}</main></body></html>"
    )
    return read(html, url="https://www.hs-arber.example/news/1.html")
