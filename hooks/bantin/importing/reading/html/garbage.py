"""What stands on pages and is no part of an item: menus, sharing, related news, comments.

Data and the rules that read them. A line is dropped only when all of it is garbage.
"""

from __future__ import annotations

import re

DROPPED = (
    "nav, aside, footer, #footer, .footer, #header, .site-header, .menu, .navbar",
    ".social, .socials, .social-share, .share, .sharing, .share-buttons, .social-buttons",
    ".social-icon, .social-icons, .news_social, .box-share, .article-share, .post-share",
    ".fb-like, .fb-share-button, .fb-comments, .zalo-share-button, .g-plusone",
    ".comment-form, #comments, .comments-area, .box-comment, #comment-area, .nv-comment",
    "#idcomment, .comment-list, #respond, .detail-comment",
    ".rating, .ratings, .star-rating, .box-rating, #stringrating, .rate-article",
    ".related, .related-news, .news-related, .relate, .box-relate, .tin-lien-quan",
    ".tinlienquan, .tin_lienquan, .other-news, .othernews, .tin-khac, .tinkhac, .tin-cung-loai",
    ".list-news-same, .news_others, .related-posts, .article-related, .detail-relate",
    ".audio-player, .news-audio, .tts, .read-aloud, .box-audio, #player, .doc-bai",
    ".font-size, .fontsize, .change-size, .zoom-text, .btn-print, .print-button, .tool-print",
    ".pagination, .paging, .pager, .breadcrumb, .breadcrumbs",
    ".newsletter, .subscribe, .advertisement, .ads, .adsbygoogle",
)

_BUTTONS = re.compile(
    r"(?:\[ ?)?(?:in ra|in trang(?: này)?|in bài viết|bản in|in|"
    r"lưu bài viết này|lưu bài|xem cỡ chữ|"
    r"cỡ chữ(?: ?:)?|tương phản|tự động phát|gửi bình luận|gửi email|gửi (?:bài )?cho bạn bè|"
    r"chia sẻ(?: bài viết| tin| lên facebook)?|chia sẻ ?:|facebook|zalo|twitter|"
    r"google ?\+|linkedin|"
    r"đọc bài viết|nghe đọc bài|nghe bài viết|đọc bài|bình luận|ý kiến bạn đọc|gửi ý kiến|phản hồi|"
    r"quay lại|quay về|trở về|về trang trước|(?:về|lên) đầu trang|trang chủ|đánh giá(?: bài viết)?|"
    r"thích|theo dõi|copy link|sao chép liên kết|a[+-]|a ?\+ ?a ?-?|aa|đóng|xem thêm|mặc định|"
    r"tăng cỡ chữ|giảm cỡ chữ|print|share|email|tweet|like|top|back|previous|next|"
    r"tổng số điểm của bài viết là: .{1,60}|click để đánh giá bài viết|"
    r"ý kiến bạn đọc .{0,20}|bài viết này (?:chưa|đã) có .{0,40}đánh giá.{0,20}"
    r")(?: ?\])?[.:…]?",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"(?:các )?(?:tin|bài|bài viết|văn bản)(?: tức)?(?:,? bài)? "
    r"(?:liên quan|khác|cùng chuyên mục|cùng loại|đã đưa|cũ hơn|mới hơn|cùng chủ đề|mới nhất)"
    r"(?: .{0,20})?:?"
    r"|(?:những|các) tin (?:mới|cũ) hơn:?|theo dòng sự kiện:?|có thể bạn quan tâm:?|>> ?xem thêm:?"
    r"|đọc thêm:?|xem thêm:|tin mới:?|bài đọc nhiều:?|tin đọc nhiều:?",
    re.IGNORECASE,
)
_ONLY_A_DAY = re.compile(
    r"\(?(?:\d{1,2}:\d{2},? )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?(?: \d{1,2}:\d{2})?\)?"
)


def is_button(line: str) -> bool:
    """Tell whether a line is nothing but a button or a caption of the page's tools."""
    return len(line) <= 100 and _BUTTONS.fullmatch(line.strip(" |-»«›‹•")) is not None


def begins_related(line: str) -> bool:
    """Tell whether a line is the heading above links to other items."""
    return len(line) <= 60 and _RELATED.fullmatch(line.strip(" |-»«›‹•*")) is not None


def is_of_related(line: str, linked: int) -> bool:
    """Tell whether a line is a link to another item, or its day.

    Args:
        line: clean.
        linked: characters of the line that stand in links.
    """
    words = _ONLY_A_DAY.sub("", line).strip(" -+*•»()")
    return not words or linked * 10 >= len(words) * 8
