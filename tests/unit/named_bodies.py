"""An archive of bodies of two provinces, and which one a name means in a document."""

from __future__ import annotations

from datetime import date
from typing import Any

from bantin.records.meant_bodies import Origin
from bantin.records.models import Body, RecordFile
from bantin.records.parts import Span
from bantin.records.registry import Registry


def made(slug: str, name: str, *short_names: str, **more: Any) -> Body:
    file = RecordFile(f"to-chuc/{slug}.md", f"to-chuc/{slug}/", slug, "", 1, "")
    until, since = more.pop("until", None), more.pop("since", None)
    if until or since:
        more["active"] = Span.model_validate({"from": since, "to": until})
    return Body(file=file, name=name, short_names=short_names, **more)


def province(name: str, key: str, level: str = "tỉnh", **more: Any) -> list[Body]:
    """Return some bodies of a province, their slugs ending with a key."""
    whole, of = f"{level} {name}", {"province": name, **more}
    council = f"ubnd-{key}"
    return [
        made(council, f"Ủy ban nhân dân {whole}", **of),
        made(f"hdnd-{key}", f"Hội đồng nhân dân {whole}", **of),
        made(f"vp-{key}", f"Văn phòng UBND {whole}", parent=council),
        made(f"so-tai-chinh-{key}", f"Sở Tài chính {whole}", **of),
        made(f"so-y-te-{key}", f"Sở Y tế {whole}", parent=council, **more),
        made(f"so-vhttdl-{key}", f"Sở Văn hóa, Thể thao và Du lịch {whole}", **of),
        made(f"cong-an-{key}", f"Công an {whole}", **of),
        made(f"thanh-tra-{key}", f"Thanh tra {whole}", **of),
        made(f"hoi-nong-dan-{key}", f"Hội Nông dân {whole}", **of),
        made(f"ban-atgt-{key}", f"Ban An toàn giao thông {whole}", **of),
        made(f"quan-su-{key}", f"Bộ Chỉ huy Quân sự {whole}", **of),
    ]


def commune(name: str, key: str, of: str) -> list[Body]:
    council = f"ubnd-{key}"
    return [
        made(council, f"UBND {name}", parent=f"ubnd-{of}"),
        made(f"phong-kinh-te-{key}", f"Phòng Kinh tế {name}", parent=council),
        made(f"phong-vhxh-{key}", "Phòng Văn hóa - Xã hội", parent=council),
    ]


SON_LA, CAN_THO = province("Sơn La", "sl"), province("Cần Thơ", "ct", "thành phố")
ARCHIVE = [
    *SON_LA,
    *CAN_THO,
    *commune("phường Chiềng Thử", "chieng-thu", "sl"),
    *commune("xã Mường Giả", "muong-gia", "sl"),
    *commune("xã Bình Thử", "binh-thu", "ct"),
    made("ubnd-tp-sl", "UBND thành phố Sơn La", parent="ubnd-sl", until=date(2025, 6, 30)),
    made("bo-y-te", "Bộ Y tế", province="Hà Nội"),
    made("bo-xay-dung", "Bộ Xây dựng"),
    made("tong-hop-so-y-te-sl", "Phòng Tổng hợp", parent="so-y-te-sl"),
]


def meant(
    printed: str,
    issuer: str = "vp-sl",
    *,
    bodies: tuple[str, ...] = (),
    place: str = "",
    day: str = "2026-03-10",
    archive: list[Body] | None = None,
) -> str:
    registry = Registry.of(archive if archive is not None else ARCHIVE, [], [])
    origin = Origin(issuer, place, day, (issuer, *bodies))
    return registry.meanings.meant(printed, origin)
