"""Joomla and WordPress, with the names that their own templates give."""

from __future__ import annotations

from bantin.importing.capture import FieldName
from bantin.importing.reading.html.rules import PortalRules

JOOMLA = PortalRules(
    system="joomla",
    signs=(
        'meta[name="generator" i][content*="Joomla" i]',
        ".item-page dl.article-info",
        ".com-content-article",
        "table.contentpaneopen",
        "div.itemView .itemFullText",
    ),
    body=(
        ".item-page [itemprop=articleBody]",
        ".com-content-article__body",
        ".itemFullText",
        ".item-page",
        "table.contentpaneopen",
    ),
    fields={
        FieldName.TITLE: (
            ".item-page [itemprop=headline]",
            ".item-page h1",
            ".item-page h2",
            ".itemTitle",
            ".com-content-article h1",
            ".contentheading",
        ),
        FieldName.DATE: (
            ".item-page dd.published time@datetime",
            "dd.published time@datetime",
            "dd.published",
            "dd.create",
            "time[itemprop=datePublished]@datetime",
            ".itemDateCreated",
            ".createdate",
        ),
        FieldName.AUTHOR: ("dd.createdby [itemprop=name]", "dd.createdby", ".itemAuthor a"),
        FieldName.VIEWS: (
            "meta[itemprop=interactionCount]@content",
            "dd.hits",
            ".itemHits b",
        ),
        FieldName.SECTION: ("dd.category-name a", ".itemCategory a"),
        FieldName.TAGS: (".tags .tag", ".itemTags li"),
    },
    lead=(".itemIntroText",),
    pictures=(".item-image", ".itemImageBlock"),
    files=(".attachmentsList", ".itemAttachments"),
    drop=(
        "dl.article-info",
        "ul.actions",
        ".icons",
        "ul.pager",
        ".pagenavigation",
        ".content_rating",
        ".itemRatingBlock",
        ".tags",
        ".contentheading",
        ".createdate",
        ".buttonheading",
    ),
)
WORDPRESS = PortalRules(
    system="wordpress",
    signs=(
        'meta[name="generator" i][content^="WordPress" i]',
        "body.single-post",
        "article.type-post .entry-content",
        ".wp-block-post-content",
        ".entry-content",
    ),
    traces=("/wp-content/", "/wp-includes/"),
    body=(
        ".entry-content",
        ".wp-block-post-content",
        ".post-content",
        ".td-post-content",
        ".single-content",
    ),
    fields={
        FieldName.TITLE: (
            "h1.entry-title",
            ".entry-title",
            "h1.post-title",
            "h1.wp-block-post-title",
            "h1",
        ),
        FieldName.DATE: (
            "time.entry-date.published@datetime",
            "time.published@datetime",
            "time.entry-date@datetime",
            ".wp-block-post-date time@datetime",
            ".posted-on time@datetime",
            ".entry-meta time@datetime",
            ".posted-on",
            ".entry-date",
        ),
        FieldName.AUTHOR: (
            ".entry-meta .author .fn",
            ".byline .author",
            "[rel=author]",
            ".wp-block-post-author-name",
        ),
        FieldName.SECTION: (
            ".cat-links a",
            '[rel="category tag"]',
            ".wp-block-post-terms.category a",
        ),
        FieldName.TAGS: (".tags-links a", '[rel="tag"]'),
        FieldName.VIEWS: (".post-views-count", ".post-views"),
    },
    pictures=(".post-thumbnail",),
    drop=(
        ".sharedaddy",
        ".jp-relatedposts",
        ".addtoany_share_save_container",
        ".yarpp-related",
        ".post-views",
        ".wp-block-post-title",
        ".entry-meta",
        ".entry-footer",
        ".kk-star-ratings",
        ".ez-toc-container",
        "#ez-toc-container",
    ),
)
