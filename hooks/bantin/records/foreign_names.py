"""Names that other systems and Vietnamese editors give to keys and values of front matter.

All are slugs. Tables only: `foreign_keys` says what to do about each.
"""

from __future__ import annotations

# Ours → names that others give to it, as slugs.
SYNONYMS = {
    "title": "headline heading post-title page-title tieu-de ten-bai trich-yeu tit",
    "name": "title ten ten-goi ho-ten ho-va-ten ten-day-du ten-chuyen-muc tieu-de",
    "date": "publishdate publish-date published-at published-date pubdate pub-date post-date "
    "date-published datepublished created created-at date-created posted posted-at ngay ngay-dang "
    "ngay-viet thoi-gian ngay-ban-hanh ngay-ky ngay-thang",
    "author": "authors byline creator writer post-author tac-gia but-danh nguoi-viet nguoi-dang",
    "summary": "description excerpt abstract lead lede teaser intro subtitle sub-title standfirst "
    "post-excerpt seo-description meta-description dek tom-tat sapo mo-ta mo-dau trich-dan",
    "description": "summary excerpt mo-ta tom-tat gioi-thieu",
    "section": "category categories chuyen-muc danh-muc muc loai-tin",
    "tags": "tag keywords keyword labels tu-khoa the nhan",
    "field": "linh-vuc topic topics chu-de",
    "number": "so so-hieu so-ky-hieu so-van-ban ky-hieu document-number",
    "kind": "loai loai-van-ban loai-co-quan document-type",
    "issuer": "co-quan-ban-hanh noi-ban-hanh co-quan publisher don-vi-ban-hanh",
    "publisher": "co-quan-dang don-vi-dang nha-xuat-ban",
    "bodies": "body co-quan co-quan-lien-quan don-vi",
    "signer": "nguoi-ky author signed-by",
    "recipients": "noi-nhan",
    "filing": "luu",
    "place": "dia-danh location noi-ky",
    "effective": "hieu-luc ngay-hieu-luc ngay-co-hieu-luc effective-date",
    "replaces": "thay-the supersedes",
    "replaced_by": "bi-thay-the superseded-by thay-the-boi",
    "views": "view-count hits luot-xem so-luot-xem",
    "people": "nguoi nhan-vat persons",
    "meeting": "cuoc-hop hop event",
    "figures": "so-lieu numbers data",
    "short_names": "ten-viet-tat ten-tat viet-tat abbreviation acronym short-name aliases",
    "parent": "cap-tren truc-thuoc co-quan-cap-tren",
    "province": "tinh tinh-thanh",
    "note": "ghi-chu description summary",
    "order": "weight menu-order thu-tu position",
    "initials": "ky-ten chu-ky but-danh",
    "aliases": "ten-cu ten-khac",
}
DRAFT = "draft ban-nhap nhap private hidden unlisted password noindex an"
PUBLISHED = "published publish public da-dang xuat-ban hien-thi"
STATUS = "status trang-thai post-status state visibility tinh-trang"
OLD_ADDRESSES = (
    "permalink aliases alias redirect redirects redirect-to url old-url old-urls link "
    "dia-chi-cu duong-dan lien-ket"
)
FILE_NAME = "slug basename post-name filename id uid guid ten-tep"
CHANGED = (
    "updated lastmod modified last-modified last-modified-at last-updated updated-at date-modified "
    "datemodified post-modified modified-date lastupdate ngay-sua ngay-cap-nhat cap-nhat"
)
PICTURES = (
    "photos image images cover thumbnail thumb banner hero photo picture featured-image "
    "feature-image og-image cover-image header-image post-thumbnail anh hinh hinh-anh "
    "anh-dai-dien anh-bia"
)
FILES = "files file downloads enclosure documents dinh-kem tep tep-dinh-kem van-ban-dinh-kem"
FEATURED = "featured pin pinned sticky highlight highlighted top noi-bat tin-noi-bat"
EXPIRED = "expirydate expiry-date expires expire unpublish-date unpublishdate het-han ngay-go"
SOURCE = "source-url original-url canonical canonical-url nguon nguon-tin link-goc"
TEXT = "content body text markdown html noi-dung"
NOTHING = (
    "layout type template theme weight order comments comment-status ping-status toc math mathjax "
    "markup sitemap menu nav parent lang language locale translationkey robots seo author-avatar "
    "post-type post-id wordpress-id outputs cascade headless build render reading-time readingtime "
    "show-date hide featured-image-alt classes css js script scripts style icon status-code "
    "search eleventynavigation collection sidebar bo-cuc giao-dien kieu"
)
YES = frozenset(("true", "yes", "on", "1", "co", "dung"))
NO = frozenset(("false", "no", "off", "0", "khong", "sai"))
# Values of `status` that others write → ours.
STATES = {
    "draft": "draft nhap ban-nhap pending private future scheduled unpublished auto-draft hidden "
    "chua-dang cho-duyet dang-viet",
    "published": "published publish public da-dang dang xuat-ban da-xuat-ban cong-khai live final",
    "withdrawn": "withdrawn thu-hoi da-thu-hoi go da-go trash deleted archived retracted huy "
    "da-huy",
}
# Keys within a part: the part's key → ours there → names that others give to it.
WITHIN = {
    "photos": {
        "src": "url file path image",
        "alt": "mo-ta",
        "caption": "title chu-thich description",
        "credit": "author copyright photographer tac-gia nguon",
    },
    "attachments": {"src": "url file path tep", "title": "name label ten caption"},
    "people": {"name": "ten ho-ten", "positions": "role roles title position chuc-vu"},
    "meeting": {
        "date": "ngay day",
        "venue": "place location dia-diem",
        "chairs": "chair chu-tri",
        "attendees": "members thanh-phan",
        "bodies": "body co-quan",
        "period": "ky ky-bao-cao",
    },
    "figures": {
        "name": "label title ten chi-tieu",
        "value": "number gia-tri",
        "unit": "don-vi",
        "as_of": "date ngay",
        "sentence": "text cau",
    },
    "changes": {"date": "ngay day", "note": "text message description noi-dung ghi-chu"},
    "source": {"url": "link href", "system": "name title site", "captured": "date accessed"},
    "signer": {"name": "ten ho-ten", "position": "title role chuc-vu", "authority": "quyen-han"},
    "active": {"from": "start tu since", "to": "end den until"},
    "period": {"year": "nam", "months": "month thang"},
}
