"""Keys of other systems (Jekyll, Hugo, Decap, WordPress) and Vietnamese ones, and ours for them.

Each hint, followed to the letter, does what the editor meant. Knows keys and plain values, no
record.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from bantin.records import folders
from bantin.records import foreign_names as tables
from bantin.records.dates import parse_day
from bantin.records.fields import OldAddress
from bantin.text.slug import is_slug, slugify

# Of an old value with parts, the one that holds the address.
_PATH_KEYS = ("src", "url", "path", "image", "file")
_MOST = 3
_OLD_ADDRESS: TypeAdapter[str] = TypeAdapter(OldAddress)


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A key that a record's model does not have.

    Attributes:
        name: as written.
        value: its plain value.
        known: keys that the kind of record has.
        given: keys that the record has besides.
    """

    name: str
    value: Any
    known: Collection[str]
    given: Collection[str] = ()


def hint_for(key: ForeignKey) -> str:
    """Return what to do about a key that we know from elsewhere; "" for one that we do not."""
    slug = slugify(key.name)
    spelled = slug.replace("-", "_")
    if spelled in key.known:
        return _rename(key, spelled)
    for names, advise in _ADVICE.items():
        if slug in names and (hint := advise(key)):
            return hint
    for target, synonyms in _NAMES.items():
        if slug in synonyms and target in key.known:
            return _rename(key, target)
    if slug in _LEADS:
        return _on_text(key)
    return _delete() if slug in _IDLE else ""


def name_within(part: str, written: str) -> str:
    """Return our name of a key within a part, such as `photos`; "" for an unknown one."""
    slug = slugify(written)
    names = tables.WITHIN.get(part, {})
    if (spelled := slug.replace("-", "_")) in names:
        return spelled
    return next((ours for ours, others in names.items() if slug in others.split()), "")


def state_meant(written: str) -> str:
    """Return the value of `status` that a foreign one means; "" for none."""
    slug = slugify(written)
    return next((ours for ours, names in tables.STATES.items() if slug in names.split()), "")


def is_yes(value: object) -> bool | None:
    """Return what a word for yes or no means; None for another word."""
    word = slugify(str(value))
    return True if word in tables.YES else False if word in tables.NO else None


def _on_draft(key: ForeignKey) -> str:
    answer = is_yes(key.value)
    if answer is False:
        return _delete()
    return _to_status(key, "draft") if answer or slugify(key.name) in _MARKS_DRAFT else ""


def _on_published(key: ForeignKey) -> str:
    answer = is_yes(key.value)
    if answer is None:
        # "published: 2026-11-10"
        return _rename(key, "date") if "date" in key.known else ""
    return _to_status(key, "draft") if not answer else _delete()


def _on_status(key: ForeignKey) -> str:
    meant = state_meant(str(key.value))
    if not meant and "status" not in key.known:
        return _delete()
    return _to_status(key, meant) if meant else _rename(key, "status")


def _to_status(key: ForeignKey, meant: str) -> str:
    if "status" not in key.known:
        return _delete() if meant == "published" else _NO_DRAFT
    if "status" in key.given:
        return f"xóa dòng này và sửa dòng status thành “status: {meant}”"
    return f"thay dòng này bằng “status: {meant}”"


_NO_DRAFT = (
    "loại bản ghi này không có bản nháp: chưa muốn đăng thì chuyển tệp ra ngoài thư mục docs/, "
    "muốn đăng thì xóa dòng này"
)


def _on_old_addresses(key: ForeignKey) -> str:
    old = [one for written in _as_list(key.value) if (one := _path_of(written))]
    where = "xóa dòng này: địa chỉ lấy theo chỗ và tên của tệp"
    if not old:
        return f"{where}; bài có địa chỉ cũ thì ghi vào redirect_from"
    if len(old) > _MOST or "redirect_from" in key.given:
        return "chép các địa chỉ cũ này vào redirect_from, mỗi địa chỉ một dòng, rồi xóa khóa này"
    kept = f"thay dòng này bằng “redirect_from: {_flow(old)}” nếu bài từng ở địa chỉ ấy"
    return f"{kept}; nếu không thì {where}"


def _path_of(written: str) -> str:
    parts = urlsplit(written.strip())
    path = parts.path.strip("/") + (f"?{parts.query}" if parts.query else "")
    try:
        # A pattern of Jekyll's or Hugo's ("/:year/:title/") is no address.
        return "" if "{" in path else _OLD_ADDRESS.validate_python(path)
    except ValidationError:
        return ""


def _on_file_name(key: ForeignKey) -> str:
    name = slugify(str(key.value)) if isinstance(key.value, str) else ""
    rename = f"; muốn đổi địa chỉ thì đổi tên tệp thành {name}.md" if is_slug(name) else ""
    return f"xóa dòng này: địa chỉ lấy theo tên tệp{rename}"


def _on_changed(key: ForeignKey) -> str:
    if "changes" not in key.known:
        return _delete()
    try:
        day = f"{parse_day(str(key.value)[:10])}"
    except PydanticCustomError:
        day = ""
    if not day or "changes" in key.given:
        return (
            "xóa dòng này; nếu bạn đọc cần biết bài đã sửa thì ghi vào changes: "
            "mỗi lần sửa một mục có date và note"
        )
    return (
        f'thay dòng này bằng “changes: [{{date: {day}, note: "đã sửa gì"}}]” nếu bạn đọc cần biết '
        "bài đã sửa; nếu không thì xóa dòng này"
    )


def _on_pictures(key: ForeignKey) -> str:
    names = [one for one in _as_list(key.value) if one]
    name = names[0] if names else "ten-anh.jpg"
    far = "tải ảnh về đặt cạnh tệp này, rồi " if "://" in name or name.startswith("/") else ""
    name = name.rpartition("/")[2] if far else name
    if "photos" not in key.known:
        return f"{far}xóa dòng này và chèn ảnh vào nội dung: “![mô tả ảnh]({name})”"
    if "photos" in key.given:
        return f"{far}xóa dòng này và thêm một mục “- src: {name}” vào photos"
    return f"{far}thay dòng này bằng “photos: [{{src: {_quoted(name)}}}]” rồi ghi thêm alt, caption"


def _on_files(key: ForeignKey) -> str:
    if "attachments" not in key.known:
        return ""
    return (
        "ghi vào attachments, mỗi tệp một mục có src (tên tệp) và title (tên hiển thị), rồi xóa "
        "dòng này"
    )


def _on_featured(key: ForeignKey) -> str:
    if is_yes(key.value) is False or "featured" not in key.known:
        return _delete()
    return "thay dòng này bằng “featured: true”"


def _on_expired(key: ForeignKey) -> str:
    if "status" not in key.known:
        return _delete()
    return "xóa dòng này: máy không tự gỡ bài; đến ngày ấy thì ghi “status: withdrawn”"


def _on_source(key: ForeignKey) -> str:
    if "source" not in key.known:
        return _delete()
    written = str(key.value)
    if not written.startswith(("http://", "https://")):
        return "thay dòng này bằng source có url (địa chỉ gốc) và system (tên nơi lấy tin)"
    if "source" in key.given:
        return f"xóa dòng này và ghi “url: {written}” vào source"
    return f"thay dòng này bằng “source: {{url: {_quoted(written)}}}”"


def _on_section(key: ForeignKey) -> str:
    if "section" not in key.known:
        return _rename(key, "tags") if "tags" in key.known else ""
    names = [slugify(one) for one in _as_list(key.value)]
    example = f", ví dụ section: {names[0]}" if names and is_slug(names[0]) else ""
    place = f"tên tệp trong {folders.SECTIONS}/{example}"
    if "section" in key.given:
        return "xóa dòng này, đã có section; những từ khóa khác thì ghi vào tags"
    return f"ghi chuyên mục vào section ({place}); những từ khóa khác thì ghi vào tags"


def _on_text(_: ForeignKey) -> str:
    return "chuyển chữ của khóa này xuống dưới dòng --- thứ hai, rồi xóa khóa"


def _rename(key: ForeignKey, target: str) -> str:
    if target in key.given:
        return f"xóa dòng này: đã có {target}"
    if target in _PARTS:
        return f"ghi vào {target} theo mẫu trong hướng dẫn, rồi xóa dòng này"
    if target in _LISTS and isinstance(key.value, str):
        parts = [part.strip() for part in key.value.split(",") if part.strip()]
        return f"thay dòng này bằng “{target}: {_flow(parts)}”" if parts else _delete()
    if target not in _LISTS and (parts := _texts(key.value)):
        return f"thay dòng này bằng “{target}: {_quoted(', '.join(parts))}”"
    return f"đổi tên khóa này thành “{target}”{_SLUGS.get(target, '')}"


def _texts(value: Any) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list | tuple) else []


def _delete() -> str:
    return "xóa dòng này: nó không có tác dụng ở đây"


def _as_list(value: Any) -> list[str]:
    found = value if isinstance(value, list | tuple) else [value]
    flat = [_address_in(one) if isinstance(one, Mapping) else one for one in found]
    return [one for one in flat if isinstance(one, str)]


def _address_in(part: Mapping[str, Any]) -> Any:
    return next((part[key] for key in _PATH_KEYS if part.get(key)), "")


def _flow(parts: list[str]) -> str:
    return f"[{', '.join(map(_quoted, parts))}]"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


_LISTS = frozenset(
    "tags field short_names recipients replaces replaced_by aliases initials".split()
)
_PARTS = frozenset("signer people meeting figures bodies".split())
_SLUGS = dict.fromkeys(
    ("issuer", "publisher", "parent"), f", giá trị là tên tệp trong {folders.BODIES}/"
)
_MARKS_DRAFT = frozenset(tables.DRAFT.split())
_LEADS = frozenset(("summary", *tables.SYNONYMS["summary"].split()))
_IDLE = frozenset(tables.NOTHING.split())
_NAMES = {ours: frozenset(names.split()) for ours, names in tables.SYNONYMS.items()}
_ADVICE: Mapping[frozenset[str], Callable[[ForeignKey], str]] = {
    frozenset(names.split()): advise
    for names, advise in (
        (tables.DRAFT, _on_draft),
        (tables.PUBLISHED, _on_published),
        (tables.STATUS, _on_status),
        (tables.OLD_ADDRESSES, _on_old_addresses),
        (tables.FILE_NAME, _on_file_name),
        (tables.CHANGED, _on_changed),
        (tables.PICTURES, _on_pictures),
        (tables.FILES, _on_files),
        (tables.FEATURED, _on_featured),
        (tables.EXPIRED, _on_expired),
        (tables.SOURCE, _on_source),
        (tables.SYNONYMS["section"], _on_section),
        (tables.TEXT, _on_text),
    )
}
