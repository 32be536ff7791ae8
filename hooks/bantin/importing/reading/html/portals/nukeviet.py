"""NukeViet 3 to 5: news module, its print pages, module of laws.

Source: the product's own templates (nukeviet, eGovernment, module-laws).
"""

from __future__ import annotations

from bantin.importing.capture import FieldName
from bantin.importing.reading.html.rules import PortalRules

NUKEVIET = PortalRules(
    system="nukeviet",
    signs=(
        'meta[name="generator" i][content^="NukeViet" i]',
        "#news-bodyhtml",
        ".news_column #hometext, #print #hometext",
        "h1.lawh3",
    ),
    traces=("nv_module_name", "nv_func_name"),
    body=(
        "#news-bodyhtml",
        ".news-bodyhtml",
        ".news_column .bodytext",
        "#bodytext",
        "#page-bodyhtml",
        ".page-bodyhtml",
        ".bodytext",
    ),
    fields={
        FieldName.TITLE: (
            "h1.title[itemprop=headline]",
            ".news_column h1",
            "h1[itemprop=headline]",
            "h1.lawh3",
            "h1.title",
            "#print h1",
            "h2.title",
        ),
        FieldName.DATE: (
            "[itemprop=datePublished]@content",
            "[itemprop=datePublished]",
            ".news_column span.h5",
            ".news_column em.time",
            "span.time",
            "#print .time",
        ),
        FieldName.SECTION: ('meta[property="article:section"]@content', ".breadcrumbs li.active"),
        FieldName.AUTHOR: ("#author", ".news_column .author"),
    },
    lead=(".news_column .hometext", ".hometext", "#hometext"),
    pictures=("figure.article",),
    files=(".news-download-file", ".laws-download-file"),
    drop=("#imgpreview", ".bodytext .other-news", ".keywords", ".news-toc", ".gonav"),
    number_behind_day=True,
)
