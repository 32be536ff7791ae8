"""Reads and checks the settings in mkdocs.yml that the publisher needs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from bantin.errors import SettingsError
from bantin.records.characters import name_refused
from bantin.rendering.site import DEFAULT_AUTHORITY, Site, is_authority

# Pages of records show these too.
_SHOWN_EVERYWHERE = (
    "site_name",
    "site_description",
    "site_author",
    "site_url",
    "copyright",
    "repo_url",
    "nav",
    "extra",
)


def check_site_dir(config: MkDocsConfig) -> None:
    """Refuse a site_dir whose other files a build would remove, or that lies among our sources.

    MkDocs refuses only a site_dir around docs_dir or in it.

    Raises:
        SettingsError: the folder is no place for a site.
    """
    site = _true_path(config.site_dir)
    project = _true_path(config.config_file_path or "mkdocs.yml").parent
    sources = [_true_path(name) for name in (config.docs_dir, *config.theme.dirs)]
    sources += [project / ".git"]
    sources += [_true_path(project / name).parent for name in config.hooks]
    home = _true_path(Path.home())
    around = next((one for one in (project, *sources, home) if one.is_relative_to(site)), None)
    within = next((one for one in sources if one != project and site.is_relative_to(one)), None)
    if found := around or within:
        raise SettingsError(
            f"mkdocs.yml: site_dir là {site}, {'nơi chứa' if around else 'nằm trong'} {found}; "
            "dựng trang sẽ bỏ mọi tệp khác ở đó; đặt một thư mục riêng, ví dụ “site_dir: site”"
        )


def _true_path(path: str | Path) -> Path:
    # Not `resolve`, which raises an error for a link to itself.
    return Path(os.path.realpath(path))


def read_site(config: MkDocsConfig) -> Site:
    """Return the site's name and address.

    Raises:
        SettingsError: a required setting is missing, or a text holds what no text may hold.
    """
    if not config.site_url:
        raise SettingsError(
            "mkdocs.yml: thiếu site_url; thêm dòng “site_url: https://…/” "
            "(nguồn tin Atom và sơ đồ trang cần địa chỉ đầy đủ)"
        )
    if not config.use_directory_urls:
        raise SettingsError("mkdocs.yml: bỏ dòng use_directory_urls: false; kho tin cần nó là true")
    _judge_characters(config)
    authority = config.extra.get("archive_id", DEFAULT_AUTHORITY)
    if not isinstance(authority, str) or not is_authority(authority):
        raise SettingsError(
            f"mkdocs.yml: extra.archive_id không thể là “{str(authority)[:60]}”; "
            "ghi một tên miền của cơ quan, dấu phẩy, rồi năm lập kho, "
            "ví dụ “archive_id: bantin.example,2026”"
        )
    url = config.site_url if config.site_url.endswith("/") else f"{config.site_url}/"
    return Site(
        name=config.site_name,
        url=url,
        description=config.site_description or "",
        holder=config.site_author or "",
        authority=authority,
    )


def _judge_characters(config: MkDocsConfig) -> None:
    for key in _SHOWN_EVERYWHERE:
        for text in _texts(config.get(key)):
            if fault := name_refused(text):
                raise SettingsError(f"mkdocs.yml: {key} {fault}; gõ lại “{text[:60]}” cho đúng")


def _texts(value: Any) -> Iterator[str]:
    """Yield every text of a setting, keys among them; what YAML repeats by `*name` once."""
    seen: set[int] = set()
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict | list | tuple) and id(one) not in seen:
            seen.add(id(one))
            waiting += [*one, *one.values()] if isinstance(one, dict) else one
