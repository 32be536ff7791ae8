"""DotNetNuke and mojoPortal.

Source: public scrapers; mojoPortal's own template of an article.
"""

from __future__ import annotations

from bantin.importing.capture import FieldName
from bantin.importing.reading.html.rules import PortalRules

DOTNETNUKE = PortalRules(
    system="dotnetnuke",
    signs=(
        '[id^="dnn_ctr"]',
        "#dnn_ContentPane",
        'meta[name="generator" i][content*="DotNetNuke" i]',
    ),
    traces=("dnn_ctr",),
    body=("#show_content", ".article_content", ".edn_article", '[id*="divthuoctinh"]'),
    fields={
        FieldName.TITLE: ("#news_details h1", ".article_title", "h1"),
        FieldName.DATE: ("#news_details h1 ~ p", "#news_details p", ".article_date"),
    },
    lead=("#show_description",),
    files=('[id*="divtaive"]',),
)
MOJOPORTAL = PortalRules(
    system="mojoportal",
    signs=("h2.articletitle", "#article_text", ".left-article-more-container"),
    traces=("mojoportal",),
    body=("#article_text", ".article_text"),
    fields={
        FieldName.TITLE: ("h2.articletitle", ".articletitle"),
        FieldName.DATE: (".left-article-more-container",),
    },
    lead=(".sapo",),
    files=(".article-file",),
    drop=("ul.ulActiveReference",),
)
