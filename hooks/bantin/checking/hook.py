"""Installs and removes the Git hook that checks staged records before a commit.

Never touches another person's hook.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bantin.building.git import Git
from bantin.errors import BantinError
from bantin.unforeseen import reason_of

# Git asks the second one when a merge makes a commit by itself, as `git pull` does.
_NAMES = ("pre-commit", "pre-merge-commit")
_MARK = "# Bản Tin: kiểm tra bản ghi trước khi commit."
# Git for Windows brings its own shell. On Windows `python3` may only open the app store.
_HOOK = """#!/bin/sh
{mark}
# scripts/install_hook.py đặt tệp này vào đây; --remove thì bỏ đi.
{command}
"""
_COMMAND = """project={project}
for python in "$project.venv/bin/python" "$project.venv/Scripts/python.exe" python3 python py; do
    if "$python" -c "" >/dev/null 2>&1; then
        exec "$python" "${{project}}scripts/check.py" --staged
    fi
done
echo "Chưa commit: không tìm thấy Python để kiểm tra bản ghi." >&2
exit 1"""


class HookError(BantinError):
    """The hook cannot be installed; the message, in Vietnamese, says why and what to do."""


def install_hook(project: Path) -> Path:
    """Install the hook, or replace our older one; return its path among those of commits.

    Raises:
        GitError: Git is missing, or the project lies in no repository.
        HookError: another hook exists, or hooks are kept outside the repository.
    """
    git = Git(project)
    path = _place(git, project)
    prefix = git.ask("rev-parse", "--show-prefix")
    places = [path.with_name(name) for name in _NAMES]
    with _writing(path):
        for place in places:
            if place.exists() and not _is_ours(place):
                raise HookError(
                    f"đã có {place} do chương trình khác đặt; thêm vào tệp ấy dòng này:\n"
                    f'    python3 "{prefix}scripts/check.py" --staged || exit 1\n'
                )
        for place in places:
            _install(place, prefix)
    return path


def _install(path: Path, prefix: str) -> None:
    command = _COMMAND.format(project=_quote(prefix or "./"))
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.ban-tin")
    fresh.write_text(_HOOK.format(mark=_MARK, command=command), "utf-8", newline="\n")
    fresh.chmod(0o755)
    fresh.replace(path)


def remove_hook(project: Path) -> Path | None:
    """Remove our hook; return its path, or None when there was none.

    Raises:
        GitError: Git is missing, or the project lies in no repository.
        HookError: hooks are kept outside the repository.
    """
    path = _place(Git(project), project)
    with _writing(path):
        places = [path.with_name(name) for name in _NAMES]
        ours = [place for place in places if place.exists() and _is_ours(place)]
        for place in ours:
            place.unlink()
    return ours[0] if ours else None


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Report a refusal of the system.

    Raises:
        HookError: in place of an OSError.
    """
    try:
        yield
    except OSError as error:
        raise HookError(
            f"không đọc hoặc không ghi được {path} ({reason_of(error)}); xem lại thư mục "
            f"{path.parent} và quyền ghi rồi chạy lại"
        ) from error


def _place(git: Git, project: Path) -> Path:
    hooks = os.path.realpath(project / git.ask("rev-parse", "--git-path", "hooks"))
    path = Path(hooks, _NAMES[0])
    # A second working tree uses the hooks of the first.
    homes = [git.ask("rev-parse", "--show-toplevel"), git.ask("rev-parse", "--git-common-dir")]
    if not any(path.is_relative_to((project / home).resolve()) for home in homes):
        raise HookError(
            f"Git trên máy này để mọi hook ở {path.parent} (core.hooksPath), chung cho nhiều kho; "
            "nhờ người quản trị thêm lệnh scripts/check.py --staged vào đó"
        )
    return path


def _is_ours(path: Path) -> bool:
    return _MARK in path.read_text("utf-8", errors="replace")


def _quote(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
