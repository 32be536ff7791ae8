"""Reads and checks the settings in mkdocs.yml that the publisher needs."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from bantin.errors import SettingsError
from bantin.rendering.site import Site


def read_site(config: MkDocsConfig) -> Site:
    """Return the site's name and address.

    Raises:
        SettingsError: a required setting is missing.
    """
    if not config.site_url:
        raise SettingsError(
            "mkdocs.yml: thiếu site_url; thêm dòng “site_url: https://…/” "
            "(nguồn tin Atom và sơ đồ trang cần địa chỉ đầy đủ)"
        )
    if not config.use_directory_urls:
        raise SettingsError("mkdocs.yml: bỏ dòng use_directory_urls: false; kho tin cần nó là true")
    url = config.site_url if config.site_url.endswith("/") else f"{config.site_url}/"
    return Site(
        name=config.site_name,
        url=url,
        description=config.site_description or "",
        holder=config.site_author or "",
    )
