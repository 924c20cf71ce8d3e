"""The shapes that an institute's site can have: one module a family, with its NAMES and `build`."""

from __future__ import annotations

from types import ModuleType

from newscrawl.demo.families import (
    aspnet,
    dede,
    drupal,
    empire,
    eportal,
    gkmlpt,
    hanweb,
    homemade,
    ivs,
    jeecms,
    jpaas,
    nc,
    page_div,
    phpcms,
    plone,
    siteserver,
    table,
    trs,
    trs_cas,
    vsb,
    vsb_dynamic,
    vsb_old,
    webplus,
    webplus_old,
    wordpress,
)

_MODULES = (
    *(table, vsb, webplus, trs, page_div, hanweb, jpaas, gkmlpt, nc, eportal, jeecms, dede),
    *(empire, phpcms, siteserver, aspnet, ivs, wordpress, drupal, plone, homemade),
    *(vsb_old, vsb_dynamic, webplus_old, trs_cas),
)
FAMILIES: dict[str, ModuleType] = {
    module.__name__.rsplit(".", 1)[-1]: module for module in _MODULES
}
