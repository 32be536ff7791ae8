"""An import that is killed at any moment ends, started again, where one whole run ends."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from bantin.importing.job.ledger import LEDGER, load_items

from tests.integration.test_import_files import SCRIPT, Office, other
from tests.unit.importing.samples import NEWS, NOTICE

FILES = 40


def fill(office: Office) -> None:
    """Fill a folder with news, documents, copies, clashes, an archive and what cannot be read."""
    for number in range(100, 100 + FILES):
        text = other(NEWS if number % 2 else NOTICE, number)
        office.save(f"{number % 7}/bai-{number}.txt", text)
        if number % 10 == 0:
            office.save(f"9/chep-{number}.txt", text)
            office.save(f"9/sua-{number}.txt", text.replace("xin báo", "báo"))
        if number % 15 == 0:
            office.save(
                f"8/trung-ten-{number}.txt", other(NEWS, 101).replace("101 xã", f"{number}")
            )
    office.save("hong.txt", b"\xff\x00\xff\x00")
    with zipfile.ZipFile(office.given / "kho.zip", "w") as archive:
        for number in range(300, 320):
            archive.writestr(f"tin/{number}.txt", other(NEWS, number))


def result(office: Office) -> tuple[dict[str, bytes], list[object], list[object]]:
    """All that an import leaves, but for the day on which it was done."""
    manifest = [
        {key: value for key, value in json.loads(line).items() if key != "imported"}
        for line in (office.store / "manifest.jsonl").read_text("utf-8").splitlines()
    ]
    # A record that stood before its item was remembered is not told of its namesake again.
    items = [
        (one.file, one.part, one.outcome, one.message, one.target, one.facts)
        for one in load_items(office.store)
    ]
    return office.files(store=True), list(items), list(manifest)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = Office(tmp_path_factory.mktemp("lien-mach"))
    fill(office)
    assert office.run("kho", "--province", "Bến Tre").returncode == 1
    return office


def start(office: Office) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(SCRIPT), "kho", "--province", "Bến Tre", "--into", "docs"]
    return subprocess.Popen(
        command, cwd=office.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def kept(office: Office) -> int:
    """How many items are remembered so far."""
    return sum(1 for _ in load_items(office.store)) if (office.store / LEDGER).exists() else 0


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system cannot kill so")
@pytest.mark.parametrize("seed", range(2))
def test_killed_again_and_again_it_ends_as_one_whole_run(
    whole: Office, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    office = Office(tmp_path)
    fill(office)
    counts = [0]
    while counts[-1] < FILES:
        process = start(office)
        wanted = counts[-1] + chance.randint(1, 25)
        while process.poll() is None and kept(office) < wanted:
            time.sleep(chance.uniform(0, 0.01))
        time.sleep(chance.uniform(0, 0.05))
        process.kill()
        process.wait()
        counts.append(max(kept(office), wanted))
    assert len(counts) > 3
    last = office.run("kho", "--province", "Bến Tre")
    assert last.returncode == 1
    assert "tệp đã nhập từ lần chạy trước" in last.stdout
    assert result(office) == result(whole)
    assert not (office.store / "tam").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_ends_well_and_says_how_to_go_on(whole: Office, tmp_path: Path) -> None:
    office = Office(tmp_path)
    fill(office)
    command = [sys.executable, str(SCRIPT), "kho", "--province", "Bến Tre", "--into", "docs"]
    process = subprocess.Popen(
        command, cwd=office.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )
    while process.poll() is None and kept(office) < 5:
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Chạy lại đúng lệnh này để nhập tiếp" in told
    assert "Traceback" not in told
    assert (office.store / "manifest.jsonl").is_file()
    office.run("kho", "--province", "Bến Tre")
    assert result(office) == result(whole)


def test_of_two_imports_at_once_the_second_is_refused(tmp_path: Path) -> None:
    office = Office(tmp_path)
    fill(office)
    first = start(office)
    try:
        while first.poll() is None and kept(office) < 1:
            time.sleep(0.01)
        second = office.run("kho")
        assert second.returncode == 1
        assert "một lượt nhập khác đang chạy" in second.stderr
    finally:
        first.kill()
        first.wait()
