"""Pages as the portals' systems make them, with everything that stands around an item.

The shapes follow public templates of each system; the words are ours.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from html import escape

from tests.corpus.items import NewsItem

_WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")
_MENU = "".join(
    f'<li><a href="/{n}">{name}</a></li>'
    for n, name in enumerate(("Trang chủ", "Giới thiệu", "Tin tức", "Văn bản", "Liên hệ"))
)
_RELATED = (
    "Khai mạc hội chợ hàng thủ công",
    "Lịch tiếp công dân tháng tới",
    "Thông báo tạm ngừng cấp điện",
)


def moment(item: NewsItem) -> dt.datetime:
    """Return the day and hour; midnight where no hour is printed."""
    return dt.datetime.fromisoformat(item.date)


def day(item: NewsItem) -> str:
    return f"{moment(item):%d/%m/%Y}"


def hour(item: NewsItem) -> str:
    return f"{moment(item):%H:%M}" if "T" in item.date else ""


def paragraphs(item: NewsItem, tag: str = "p") -> str:
    """Return the text below the lead, with its sub-heading and its picture in the middle."""
    parts = [f"<{tag}>{escape(text)}</{tag}>" for text in item.paragraphs]
    if item.subhead:
        parts.insert(1, f"<{tag}><strong>{escape(item.subhead)}</strong></{tag}>")
    return "\n".join(parts)


def picture(item: NewsItem) -> str:
    return (
        '<img src="anh_files/anh-bai.png" width="640" height="360" alt="">' if item.caption else ""
    )


def related(css: str) -> str:
    items = "".join(f'<li><a href="/tin/{n}">{title}</a></li>' for n, title in enumerate(_RELATED))
    return f'<div class="{css}"><h3>Tin liên quan</h3><ul>{items}</ul></div>'


def page(head: str, body: str, title: str, site: str = "Cổng thông tin điện tử") -> str:
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">'
        f"<title>{escape(title)} - {site}</title>{head}</head><body>"
        f"<header><nav><ul>{_MENU}</ul></nav></header>{body}"
        "<footer><p>Bản quyền thuộc Cổng thông tin. Địa chỉ: số 1 đường Mẫu. Điện thoại: 0123 456 789."
        "</p><p>Số người đang truy cập: 42</p></footer></body></html>"
    )


def nukeviet(item: NewsItem) -> str:
    at = moment(item)
    clock = f" {hour(item)}" if hour(item) else ""
    figure = (
        f'<figure class="article center">{picture(item)}<figcaption>{escape(item.caption)}'
        "</figcaption></figure>"
        if item.caption
        else ""
    )
    tags = ", ".join(f'<a href="/tag/{tag}/">{tag}</a>' for tag in item.tags)
    return page(
        '<meta name="generator" content="NukeViet v4.5">'
        f'<meta property="og:title" content="{escape(item.title)}">'
        f'<meta property="article:section" content="{escape(item.section)}">',
        '<div class="news_column panel panel-default" itemtype="http://schema.org/NewsArticle" itemscope>'
        f'<div class="panel-body"><h1 class="title margin-bottom-lg" itemprop="headline">{escape(item.title)}</h1>'
        f'<div class="hidden hide d-none"><span itemprop="datePublished">{at:%Y-%m-%dT%H:%M:%S}+07:00</span></div>'
        f'<div class="row margin-bottom-lg"><div class="col-md-12"><span class="h5">{_WEEKDAYS[at.weekday()]} - '
        f'{at:%d/%m/%Y}{clock}</span></div><div class="col-md-12"><ul class="list-inline text-right">'
        '<li><a title="Gửi bài viết qua email">Gửi email</a></li><li><a>In ra</a></li></ul></div></div>'
        f'<div class="clearfix"><div class="hometext m-bottom" itemprop="description">{escape(item.lead)}</div>{figure}</div>'
        f'<div id="news-bodyhtml" class="bodytext margin-bottom-lg">{paragraphs(item)}</div>'
        f'<div class="margin-bottom-lg"><p class="h5 text-right"><strong>Tác giả: </strong>{escape(item.author)}</p></div></div></div>'
        + (
            f'<div class="news_column"><div class="h5"><em class="fa fa-tags"></em><strong>Tags: </strong>{tags}</div></div>'
            if tags
            else ""
        )
        + '<div class="panel-body"><p>Tổng số điểm của bài viết là: 5 trong 1 đánh giá</p></div>'
        + related("other-news"),
        item.title,
    )


def liferay(item: NewsItem) -> str:
    at = moment(item)
    views = (
        f'<span class="view-count">Lượt xem: {item.views}</span>' if item.views is not None else ""
    )
    caption = (
        f"<p>{picture(item)}</p><p><em>{escape(item.caption)}</em></p>" if item.caption else ""
    )
    return page(
        f'<meta name="description" content="{escape(item.lead)}">',
        '<div id="p_p_id_101_INSTANCE_aBcD_" class="portlet-asset-publisher"><div class="asset-full-content">'
        f'<h2 class="header-title"><span>{escape(item.title)}</span></h2>'
        f'<div class="asset-metadata"><span class="metadata-entry metadata-publish-date">Ngày đăng: {at:%d/%m/%Y}'
        f"{' ' + hour(item) if hour(item) else ''}</span> {views}</div>"
        f'<div class="journal-content-article"><p class="sapo"><strong>{escape(item.lead)}</strong></p>{caption}'
        f'{paragraphs(item)}<p style="text-align: right;"><em>{escape(item.author)}</em></p></div>'
        '<div class="social-bookmarks">Chia sẻ Facebook Zalo</div></div></div>'
        + related("asset-links"),
        item.title,
    )


def sharepoint_a(item: NewsItem) -> str:
    at = moment(item)
    caption = (
        f'<div align="center">{picture(item)}<br><em>{escape(item.caption)}</em></div>'
        if item.caption
        else ""
    )
    return page(
        '<meta name="GENERATOR" content="Microsoft SharePoint">',
        '<form id="aspnetForm"><div id="ctl00_m_g_1a2b3c4d_0001_ctl00"><div id="divArticleDescription3">'
        f'<h1 class="News_Detail_Title">{escape(item.title)}</h1></div>'
        f'<span class="News_Time_Post">{_WEEKDAYS[at.weekday()]}, {at:%d/%m/%Y} {hour(item)} |</span>'
        "<span>Xem cỡ chữ A- A A+</span>"
        f'<div id="divArticleDescription1">{escape(item.lead)}</div>'
        f'<div id="divArticleDescription2" class="ms-rtestate-field">{caption}{paragraphs(item, "div")}'
        f'<div style="text-align:right"><strong>{escape(item.author)}</strong></div></div></div>'
        + related("News_Other")
        + "</form>",
        item.title,
    )


def sharepoint_b(item: NewsItem) -> str:
    at = moment(item)
    half = "PM" if at.hour >= 12 else "AM"
    views = (
        f'<p style="text-align:right"><em>Số lượt xem: {item.views}</em></p>'
        if item.views is not None
        else ""
    )
    return page(
        "",
        '<form id="aspnetForm"><div id="ctl00_ctl33_g_0f0f"><div id="news_content">'
        f'<h1>{escape(item.title)}</h1><div class="date-detail"><span>{at:%d/%m/%Y} {at:%H:%M} {half}</span></div>'
        f'<div id="divArticleDescription"><b>{escape(item.lead)}</b></div><div id="divArticleContent" class="ms-rtestate-field">'
        f'{paragraphs(item)}<p style="text-align:right"><em>{escape(item.author)}</em></p>{views}</div></div></div>'
        + related("tin-khac")
        + "</form>",
        item.title,
    )


def joomla(item: NewsItem) -> str:
    at = moment(item)
    hits = (
        f'<dd class="hits"><span class="icon-eye-open"></span><meta itemprop="interactionCount" content="UserPageVisits:{item.views}">Lượt xem: {item.views}</dd>'
        if item.views is not None
        else ""
    )
    figure = (
        f"<figure>{picture(item)}<figcaption>{escape(item.caption)}</figcaption></figure>"
        if item.caption
        else ""
    )
    return page(
        '<meta name="generator" content="Joomla! - Open Source Content Management">',
        f'<div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h2 itemprop="headline">{escape(item.title)}</h2></div>'
        '<dl class="article-info muted"><dt class="article-info-term">Chi tiết</dt>'
        f'<dd class="createdby" itemprop="author">Viết bởi <span itemprop="name">{escape(item.author)}</span></dd>'
        f'<dd class="category-name">Chuyên mục: <a itemprop="genre">{escape(item.section)}</a></dd>'
        f'<dd class="published"><time datetime="{at:%Y-%m-%dT%H:%M:%S}+07:00" itemprop="datePublished">Được đăng: {at:%d} Tháng {at.month} {at.year}</time></dd>{hits}</dl>'
        f'<div itemprop="articleBody"><p><strong>{escape(item.lead)}</strong></p>{figure}{paragraphs(item)}</div>'
        '<ul class="pager pagenav"><li class="previous"><a>Trước</a></li><li class="next"><a>Tiếp</a></li></ul></div>',
        item.title,
    )


def wordpress(item: NewsItem) -> str:
    at = moment(item)
    figure = (
        f'<figure class="wp-caption aligncenter">{picture(item)}<figcaption class="wp-caption-text">{escape(item.caption)}</figcaption></figure>'
        if item.caption
        else ""
    )
    tags = "".join(f'<a href="/tag/{tag}" rel="tag">{tag}</a>' for tag in item.tags)
    return page(
        '<meta name="generator" content="WordPress 6.4.2">'
        f'<meta property="article:published_time" content="{at:%Y-%m-%dT%H:%M:%S}+07:00">',
        f'<article class="post type-post"><header class="entry-header"><h1 class="entry-title">{escape(item.title)}</h1>'
        f'<div class="entry-meta"><time class="entry-date published" datetime="{at:%Y-%m-%dT%H:%M:%S}+07:00">{at:%d/%m/%Y}</time>'
        f' <span class="byline">bởi <span class="author vcard">{escape(item.author)}</span></span>'
        f' <span class="cat-links"><a rel="category tag">{escape(item.section)}</a></span></div></header>'
        f'<div class="entry-content"><p>{escape(item.lead)}</p>{figure}{paragraphs(item)}</div>'
        f'<footer class="entry-footer">{tags}</footer></article>'
        '<div id="comments"><h3>Trả lời</h3><p>Email của bạn sẽ không được hiển thị công khai.</p></div>',
        item.title,
    )


def chinhphu(item: NewsItem) -> str:
    at = moment(item)
    photo = (
        f'<div class="VCSortableInPreviewMode" type="Photo"><div>{picture(item)}</div><div class="PhotoCMS_Caption"><p>{escape(item.caption)}</p></div></div>'
        if item.caption
        else ""
    )
    return page(
        f'<meta property="article:author" content="{escape(item.author)}">',
        f'<div class="detail-container"><h1 class="detail-title" data-role="title">{escape(item.title)}</h1>'
        f'<div class="detail-time" data-role="publishdate">{at:%d/%m/%Y} {hour(item)}</div>'
        f'<h2 class="detail-sapo" data-role="sapo">(Mẫu.vn) - {escape(item.lead)}</h2>'
        f'<div class="detail-content afcbc-body" data-role="content">{photo}{paragraphs(item)}</div>'
        f'<p class="detail-author" data-role="author">{escape(item.author)}</p></div>'
        '<div class="detail-relate"><a>Tin đọc thêm một</a></div>',
        item.title,
    )


def mojo(item: NewsItem) -> str:
    at = moment(item)
    seen = f" | Đã xem {item.views}" if item.views is not None else ""
    return page(
        "",
        '<div class="article-detail"><h2 class="articletitle">' + escape(item.title) + "</h2>"
        f'<div class="left-article-more-container">{_WEEKDAYS[at.weekday()]}, {at:%d/%m/%Y}, {hour(item)} (GMT+7){seen}</div>'
        '<ul class="ulActiveReference"><li><a>Bài liên quan một</a></li></ul>'
        f'<div class="sapo">{escape(item.lead)}</div><div id="article_text">{paragraphs(item)}'
        f'<p style="text-align:right"><b>{escape(item.author)}</b></p></div></div>',
        item.title,
    )


def unknown(item: NewsItem) -> str:
    """A page of no known system."""
    at = moment(item)
    views = f" - Lượt xem: {item.views}" if item.views is not None else ""
    return page(
        "",
        f'<main><div class="noi-dung-chinh"><div class="duong-dan"><a>Trang chủ</a> › <a>{escape(item.section)}</a></div>'
        f"<h1>{escape(item.title)}</h1><p class='ngay'>Ngày đăng: {at:%d/%m/%Y}{' ' + hour(item) if hour(item) else ''}{views}</p>"
        f"<p><b>{escape(item.lead)}</b></p>{paragraphs(item)}<p style='text-align:right'><b>{escape(item.author)}</b></p></div></main>"
        + related("ben-phai"),
        item.title,
    )


# What a layout shows at all: the labels of fields that the page does not print are left out.
Layout = Callable[[NewsItem], str]
LAYOUTS: dict[str, tuple[Layout, frozenset[str]]] = {
    "nukeviet": (nukeviet, frozenset({"section", "author", "hour", "caption", "tags"})),
    "liferay": (liferay, frozenset({"author", "views", "hour", "caption"})),
    "sharepoint-a": (sharepoint_a, frozenset({"author", "hour", "caption"})),
    "sharepoint-b": (sharepoint_b, frozenset({"author", "views", "hour"})),
    "joomla": (joomla, frozenset({"section", "author", "views", "hour", "caption"})),
    "wordpress": (wordpress, frozenset({"section", "author", "hour", "caption", "tags"})),
    "chinhphu": (chinhphu, frozenset({"author", "hour", "caption"})),
    "mojo": (mojo, frozenset({"author", "views", "hour"})),
    "la": (unknown, frozenset({"section", "author", "views", "hour"})),
}
