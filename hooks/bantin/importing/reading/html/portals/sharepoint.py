"""SharePoint portals of ministries and provinces, in the variants seen.

A: transport, construction. B: information. C: education, insurance. D, E: provinces. vbpl.vn too.
Source: public scrapers and copied controls, 2012 to 2026.
"""

from __future__ import annotations

from bantin.importing.capture import FieldName
from bantin.importing.reading.html.rules import PortalRules

SHAREPOINT = PortalRules(
    system="sharepoint",
    signs=(
        'meta[name="generator" i][content*="SharePoint" i]',
        "#divArticleDescription2",
        "#divArticleContent",
        "#news-detail",
        "#contenttin",
        ".tandan-span-date-publish",
        ".ms-WPBody",
        ".ms-rtestate-field",
        "#divNewsDetails",
    ),
    traces=("_sppagecontextinfo",),
    body=(
        "#divArticleDescription2",
        "#divArticleContent",
        "#divNewsDetails",
        "#toanvancontent",
        ".toanvancontent",
        "#news-detail",
        "#contenttin",
        ".article-contents",
        "#news_content .content",
        "#divArticleDescription",
        ".ms-rtestate-field",
    ),
    fields={
        FieldName.TITLE: (
            "#divArticleDescription3 h1",
            ".vbProperties td.title",
            "h1.News_Detail_Title",
            "#news_content h1",
            "#news-title",
            '[id$="newsTitle"]',
            ".vbInfo ~ .title",
            ".article-title",
            ".newsdetail .title",
            "h1.title",
            "h1",
        ),
        FieldName.DATE: (
            "span.News_Time_Post",
            ".date-detail span",
            ".date-detail",
            ".tandan-span-date-publish",
            '[id$="lblDate"]',
            '[id$="lblNgayDang"]',
            ".news-date",
        ),
        FieldName.AUTHOR: (".tacgia", "p.pull-right span", ".News_Author"),
        FieldName.PUBLISHER: ('[id$="pnNguontin"]',),
        FieldName.NUMBER: ('[id$="lblSoKyHieu"]',),
    },
    lead=("#divArticleDescription1", "#divArticleDescription", "#news-des", '[id$="newsContent"]'),
    files=("#row_file", "ul.fileAttack", ".file-attach", ".tailieukemtheo"),
    drop=(".vbLienQuan", "#divOtherNews", ".tinlienquan", ".News_Other", ".printlink"),
)
