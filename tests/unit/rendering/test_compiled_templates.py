"""A kept template that is damaged counts as missing, and is kept again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from bantin.rendering.compiled_templates import CompiledTemplates
from jinja2 import DictLoader, Environment

SOURCE = "Tin {{ name }}: " + "nội dung. " * 99


def render(folder: Path, source: str = SOURCE) -> str:
    cache = CompiledTemplates(folder)
    environment = Environment(loader=DictLoader({"x.html": source}), bytecode_cache=cache)
    return environment.get_template("x.html").render(name="A")


def kept(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "x").touch()


def rewrite(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(change(path.read_bytes())) and None


@pytest.mark.parametrize(
    "spoil",
    [
        rewrite(lambda old: b""),
        rewrite(lambda old: old[:10]),
        rewrite(lambda old: old[: len(old) // 2]),
        rewrite(lambda old: old[: len(old) // 2] + bytes(len(old) - len(old) // 2)),
        rewrite(lambda old: bytes(len(old))),
        rewrite(lambda old: b"x" * len(old)),
        rewrite(lambda old: old.replace("nội dung".encode(), "nỘi dung".encode())),
        rewrite(lambda old: old[16:]),
        rewrite(lambda old: old + b"x"),
        make_folder,
    ],
)
def test_damaged_template_is_compiled_and_kept_again(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    wanted = render(tmp_path)
    sound = kept(tmp_path).read_bytes()
    spoil(kept(tmp_path))
    assert render(tmp_path) == wanted
    assert kept(tmp_path).read_bytes() == sound


def test_sound_template_is_taken_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = render(tmp_path)
    monkeypatch.setattr(Environment, "compile", None)
    assert render(tmp_path) == wanted


def test_other_source_is_compiled(tmp_path: Path) -> None:
    render(tmp_path)
    assert render(tmp_path, "khác") == "khác"


def test_refusal_of_the_disk_is_no_damage(tmp_path: Path) -> None:
    shutil.rmtree(tmp_path)
    with pytest.raises(FileNotFoundError):
        render(tmp_path)
