"""Liferay, plain, by EcoIT and by VNPT (ePortal).

Source: public scrapers of ministries' portals, 2012 to 2026.
"""

from __future__ import annotations

from bantin.importing.capture import FieldName
from bantin.importing.reading.html.rules import PortalRules

ECOIT = PortalRules(
    system="liferay-ecoit",
    signs=("#contentnews", '[id*="CmsViewEcoIT"]'),
    traces=("cmsviewecoit",),
    body=("#contentnews",),
    fields={
        FieldName.TITLE: ("article h1", "h1"),
        FieldName.DATE: ("article > p:first-of-type", "article p"),
    },
    lead=("#change_font_size",),
)
VNPT = PortalRules(
    system="vnpt",
    signs=("#testabc", '[id*="vnpteportal"]', '[id*="p_p_id_dsvanbanphapquy"]'),
    traces=("vnpteportal",),
    body=(
        "#testabc > div:nth-of-type(2)",
        "#testabc",
        ".journal-content-article",
        '[id*="p_p_id_dsvanbanphapquy"] table',
    ),
    fields={
        FieldName.TITLE: ("#testabc h1", ".header-title span", "h1"),
        FieldName.DATE: ("#testabc h1 ~ p", "#testabc > div:first-of-type p"),
    },
    lead=("#testabc p strong",),
    files=('[id*="p_p_id_dsvanbanphapquy"] td',),
)
LIFERAY = PortalRules(
    system="liferay",
    signs=(
        ".journal-content-article",
        '[id^="p_p_id_"]',
        '[id*="_WAR_"][id*="portlet"]',
        ".contentDetail h3",
        "#column-1.portlet-column",
    ),
    traces=("liferay.themedisplay", "var liferay ="),
    body=(
        ".journal-content-article",
        ".contentDetail .content",
        ".asset-full-content",
        ".contentDetail",
    ),
    fields={
        FieldName.TITLE: (
            ".header-title span",
            ".contentDetail h3",
            ".asset-title",
            ".header-title",
            "h1.title",
            "h1",
        ),
        FieldName.DATE: (
            ".cms-publish-date",
            ".publish-date",
            ".metadata-publish-date",
            ".contentDetail .date",
            ".date-detail",
            ".created-date",
        ),
        FieldName.VIEWS: (".cms-view-count", ".view-count", ".metadata-view-count"),
        FieldName.AUTHOR: (".metadata-author", ".author-name"),
    },
    lead=(".sapo", ".contentDetail .summary"),
    files=(".asset-links", ".attachments"),
    drop=(".asset-related", ".taglib-ratings", ".taglib-social-bookmarks", ".taglib-discussion"),
)
