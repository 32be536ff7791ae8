"""Tells a mistake in a template as a Problem."""

from __future__ import annotations

import os
import traceback
from pathlib import Path

import jinja2

from bantin.errors import Problem


def tell_template_fault(error: jinja2.TemplateError, project: Path) -> Problem:
    """Return a Problem at the file and line of the template.

    Args:
        error: as Jinja raised it.
        project: paths are told relative to this folder.
    """
    said = f"mẫu trang viết sai (Jinja báo: “{error.message or type(error).__name__}”)"
    path, line = _place_of(error)
    shown = Path(os.path.relpath(path, project)).as_posix() if path else ""
    return Problem(shown, line, "", said, "sửa dòng ấy, hoặc lấy lại mẫu trang của lần lưu trước")


def _place_of(error: jinja2.TemplateError) -> tuple[str, int]:
    """Return (path, line); ("", 0) where Jinja does not know."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.filename or error.name or "", error.lineno
    # Jinja gives its frames the names and lines of templates.
    frames = traceback.extract_tb(error.__traceback__)
    places = [(one.filename, one.lineno or 0) for one in frames if one.filename.endswith(".html")]
    return places[-1] if places else ("", 0)
