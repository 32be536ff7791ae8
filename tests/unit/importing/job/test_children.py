"""Reading processes that hang, die, lie or eat memory are ended; the next file is read."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from bantin.importing.job import children
from bantin.importing.job.answers import ReaderAnswer, ReadRequest, pack_answer, unpack_answer
from bantin.importing.job.child import Setup
from bantin.importing.job.children import ReadingProcess

from tests.unit.importing.samples import NEWS, NOTICE, capture_of

SECONDS = 2.0
# Reads its setup, then does ill to each request.
ILL = """
import os, struct, sys, time
def frame():
    [size] = struct.unpack(">I", sys.stdin.buffer.read(4))
    return sys.stdin.buffer.read(size)
frame()
os.write(1, struct.pack(">I", 5) + b"ready")
while frame():
    {deed}
"""
DEEDS = {
    "hang": ("time.sleep(60)", "đọc quá 2 giây"),
    "work on": ("\n    while True: pass", "đọc quá 2 giây"),
    "die": ("os.abort()", "bị dừng ngang"),
    "end": ("sys.exit(0)", "bị dừng ngang"),
    "lie": ("os.write(1, struct.pack('>I', 5) + b'12345')", "không hiểu được"),
    "lie in JSON": ("os.write(1, struct.pack('>I', 15) + b'{\"target\": [1]} ')", "không hiểu"),
    "promise much": ("os.write(1, b'\\xff' * 100)", "không hiểu được"),
    "stop halfway": ("os.write(1, struct.pack('>I', 900) + b'{'); sys.exit()", "bị dừng ngang"),
    "eat": (
        "x = bytearray(900_000_000); x[::4096] = b'x' * len(x[::4096]); time.sleep(60)",
        "bộ nhớ",
    ),
}


@pytest.fixture
def process(tmp_path: Path) -> Iterator[ReadingProcess]:
    for name in ("docs", "kho"):
        (tmp_path / name).mkdir()
    (tmp_path / "kho" / "a.txt").write_text(NEWS, "utf-8")
    (tmp_path / "kho" / "b.txt").write_text(NOTICE, "utf-8")
    kho, own = str(tmp_path / "kho"), str(tmp_path / "rieng")
    made = ReadingProcess(Setup(str(tmp_path / "docs"), "Bến Tre", "draft", own, (kho,)), SECONDS)
    yield made
    made.end()


def read(process: ReadingProcess, path: Path) -> list[ReaderAnswer]:
    return list(process.read(ReadRequest(str(path), path.name, str(process.folder / "anh"))))


def test_files_are_read_one_after_the_other(process: ReadingProcess, tmp_path: Path) -> None:
    for _ in range(2):
        item, end = read(process, tmp_path / "kho" / "a.txt")
        assert (item.is_last, end.is_last, end.capture) == (False, True, None)
        assert item.target.startswith("tin-tuc/2019/07/")
        assert "status: draft" in item.text
        item, _ = read(process, tmp_path / "kho" / "b.txt")
        assert item.target == "van-ban/2015/77-tb-vp.md"
        [gone] = read(process, tmp_path / "kho" / "c.txt")
        assert "không mở được tệp" in gone.refusal


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_file_that_never_ends_is_given_up_and_the_next_one_is_read(
    process: ReadingProcess, tmp_path: Path
) -> None:
    read(process, tmp_path / "kho" / "a.txt")
    os.mkfifo(tmp_path / "kho" / "ong")
    began = time.monotonic()
    [answer] = read(process, tmp_path / "kho" / "ong")
    assert "đọc quá 2 giây" in answer.refusal
    assert time.monotonic() - began < SECONDS + 2
    item, _ = read(process, tmp_path / "kho" / "a.txt")
    assert item.target


@pytest.mark.parametrize("deed", DEEDS)
def test_a_process_that_does_ill_is_ended_with_one_reason(
    process: ReadingProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deed: str
) -> None:
    done, told = DEEDS[deed]
    monkeypatch.setattr(children, "_PROGRAM", ("-c", ILL.format(deed=done)))
    [answer] = read(process, tmp_path / "kho" / "a.txt")
    assert told in answer.refusal
    assert answer.is_last
    monkeypatch.undo()
    item, _ = read(process, tmp_path / "kho" / "a.txt")
    assert item.target


def test_whoever_takes_answers_may_take_time(
    process: ReadingProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed: list[object] = []
    kill = children._kill
    monkeypatch.setattr(children, "_kill", lambda one: (killed.append(one), kill(one)))
    path = tmp_path / "kho" / "a.txt"
    ended = []
    for answer in process.read(ReadRequest(str(path), path.name, str(process.folder / "anh"))):
        time.sleep(SECONDS + 0.5)
        ended.append(answer.refusal)
    assert ended == ["", ""]
    assert killed == []


def test_half_letters_and_pictures_travel_too(tmp_path: Path) -> None:
    from dataclasses import replace

    from bantin.importing.capture import Picture

    picture = Picture("0123456789abcdef.png", b"\x89PNG\x00", "a\ud800.png", "ảnh")
    capture = replace(capture_of(NEWS), pictures=(picture,), doubts=("\udcff",))
    packed = pack_answer(ReaderAnswer(capture, text="x"), tmp_path / "anh")
    found = unpack_answer(packed).capture
    assert found is not None
    assert found.doubts == ("?",)
    assert found.pictures == (Picture("0123456789abcdef.png", b"", "a?.png", "ảnh"),)
    assert found.blocks == capture.blocks
    assert (tmp_path / "anh" / picture.name).read_bytes() == picture.data
