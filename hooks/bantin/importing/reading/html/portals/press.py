"""The family of chinhphu.vn, and the systems of newspapers.

Source: public scrapers and templates, 2015 to 2026.
"""

from __future__ import annotations

from bantin.importing.capture import FieldName
from bantin.importing.reading.html.rules import PortalRules

CHINHPHU = PortalRules(
    system="chinhphu",
    signs=(".detail-content.afcbc-body", "h1.detail-title", ".article-body.cmscontents"),
    body=(
        ".detail-content.afcbc-body",
        ".article-body.cmscontents",
        ".article-content .content",
        ".detail-content",
    ),
    fields={
        FieldName.TITLE: ("h1.detail-title", ".article-header h1", "h1.article-title"),
        FieldName.DATE: (
            ".detail-time [data-role=publishdate]",
            ".detail-time",
            ".publishDate",
            ".article-header p.meta",
            ".article-hdr .meta",
        ),
        FieldName.AUTHOR: (".detail-author", "p.author", 'meta[name="author" i]@content'),
        FieldName.SECTION: (".detail-cate a", ".breadcrumbs .active"),
    },
    lead=("h2.detail-sapo", ".detail-sapo", ".article-header .summary", ".article-hdr .summary"),
    pictures=(".article-avatar",),
    drop=(
        ".detail-relate",
        ".VCSortableInPreviewMode[type=RelatedNews]",
        ".banner",
        ".article-poll",
    ),
)
PRESS = PortalRules(
    system="press",
    signs=(".article__body.cms-body", "h1.article__title", "h1.post-title + .post-subinfo"),
    body=(".article__body.cms-body", ".article__body", ".post-content", "[itemprop=articleBody]"),
    fields={
        FieldName.TITLE: ("h1.article__title", ".article__title", "h1.post-title"),
        FieldName.DATE: (
            'meta[name="cms-date"]@content',
            ".article__meta time@datetime",
            ".article__meta .time",
            ".article__meta time",
            ".post-subinfo span",
        ),
        FieldName.AUTHOR: (".article__author .name", ".article__author", ".cms-author"),
        FieldName.SECTION: (".article__meta .category", ".breadcrumb .active"),
        FieldName.TAGS: (".article__tag",),
    },
    lead=(".article__sapo", ".post-summary"),
    pictures=(".article__photo", ".article__avatar"),
    drop=("a.cms-relate", ".cms-relate", ".article-relate", ".article__story"),
)
