"""Finds the folder of originals: beside docs/, or where mkdocs.yml says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bantin.errors import SettingsError
from bantin.records.engine_settings import ENGINE_SETTINGS, read_engine_settings

DEFAULT_FOLDER = ".goc.bantin"
_SETTING = "extra.originals"


def originals_folder(docs_dir: Path) -> Path:
    """Return the folder that keeps the originals of a docs folder; it may not exist.

    `extra.originals` of the mkdocs.yml beside docs/ names another one, from that file's folder.

    Raises:
        SettingsError: mkdocs.yml cannot be read, or the setting is no folder outside docs/.
    """
    project = docs_dir.resolve().parent
    settings = project / ENGINE_SETTINGS
    values = read_engine_settings(settings) if settings.is_file() else {}
    extra = values.get("extra")
    named = extra.get("originals") if isinstance(extra, Mapping) else None
    if named is None:
        return project / DEFAULT_FOLDER
    if not isinstance(named, str) or not named.strip():
        raise SettingsError(
            f"{ENGINE_SETTINGS}: {_SETTING} phải là tên một thư mục, ví dụ {DEFAULT_FOLDER}"
        )
    folder = (project / named.strip()).resolve()
    published = [docs_dir.resolve(), (project / str(values.get("site_dir") or "site")).resolve()]
    if any(folder.is_relative_to(one) or one.is_relative_to(folder) for one in published):
        raise SettingsError(
            f"{ENGINE_SETTINGS}: {_SETTING} là “{named}”, nằm trong hoặc bao trùm docs/ hay "
            "thư mục của trang, nên bản gốc sẽ bị đăng lên mạng; chọn chỗ khác, ví dụ "
            f"{DEFAULT_FOLDER}"
        )
    return folder
