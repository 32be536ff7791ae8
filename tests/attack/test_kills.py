"""Whatever is killed, at whatever moment: the next run ends where an undisturbed one ends.

`BANTIN_ATTACK_RUNS=80` kills about a thousand times.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.attack import works
from tests.attack.killing import Killer
from tests.attack.runs import SEED, tries
from tests.integration.project import Project, tree
from tests.integration.test_killed_builds import write_edition
from tests.unit.importing.samples import NEWS, NOTICE

READER = "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"
RECORDS = [
    "tin-tuc/2020/03/hop-thang-ba/",
    "tin-tuc/2020/04/hop-thang-tu/",
    "van-ban/2020/12-tb-vp/",
]


@pytest.fixture
def killer() -> Killer:
    return Killer(random.Random(SEED))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project.make(tmp_path / "project")


def tell(killer: Killer, tried: int) -> None:
    """To be read with `pytest -s`: how many kills fell is the machine's affair."""
    print(f"{killer.kills} of {tried} killed while they ran")


@pytest.mark.parametrize(
    ("work", "to_end", "site", "bounded"),
    [
        (works.build_site, works.build_site, "site", 3),
        (works.build_with_workers, works.build_site, "site", 1),
        (works.preview_once, works.preview_once, ".xem-thu.bantin/site", 2),
        (works.preview_edits, works.preview_once, ".xem-thu.bantin/site", 1),
    ],
)
def test_site_is_whole_and_is_finished_by_the_next_build(
    project: Project,
    killer: Killer,
    work: Callable[[Path], None],
    to_end: Callable[[Path], None],
    site: str,
    bounded: int,
) -> None:
    editions: list[dict[str, bytes]] = []
    for edition in (0, 1):
        write_edition(project, edition)
        for state in (".site.bantin", "site", ".xem-thu.bantin"):
            shutil.rmtree(project.root / state, ignore_errors=True)
        killer.run(to_end, project.root)
        editions.append(tree(project.root / site))
    known = {item for edition in editions for item in edition.items()}
    killer.run(work, project.root)
    for kill in range(tries(bounded)):
        write_edition(project, kill % 2)
        killer.kill(work, project.root)
        assert tree(project.root / site).items() <= known, "a file is neither old nor new"
        if killer.chance.random() < 0.5 or kill == tries(bounded) - 1:
            edition = killer.chance.choice((0, 1))
            write_edition(project, edition)
            killer.run(to_end, project.root)
            assert tree(project.root / site) == editions[edition]
            left = [path.name for path in project.root.glob(".*.bantin/run-*")]
            assert left == []
    tell(killer, tries(bounded))


def test_checks_find_the_same_after_a_killed_check(project: Project, killer: Killer) -> None:
    write_edition(project, 0)
    killer.run(works.check, project.root)
    shutil.rmtree(project.root / ".kiem-tra.bantin")
    for kill in range(tries(2)):
        if killer.chance.random() < 0.2:
            shutil.rmtree(project.root / ".kiem-tra.bantin", ignore_errors=True)
        write_edition(project, kill % 2)
        killer.kill(works.check, project.root)
        if killer.chance.random() < 0.5:
            write_edition(project, 1 - kill % 2)
        kept = project.root / ".kiem-tra.bantin" / "ledger.sqlite"
        assert works.findings_of(project.root, kept) == works.findings_of(project.root, None)
    tell(killer, tries(2))


def write_logs(folder: Path, chance: random.Random) -> None:
    """Write two logs with views, double clicks, and double clicks across both of them."""
    lines = []
    for _ in range(120):
        day, second = chance.randrange(1, 6), chance.randrange(0, 900)
        ip = f"203.0.113.{chance.randrange(3)}"
        time = f"{day:02}/Nov/2024:10:{second // 60:02}:{second % 60:02} +0700"
        target = chance.choice(RECORDS)
        lines.append(f'{ip} - - [{time}] "GET /{target} HTTP/1.1" 200 512 "-" "{READER}"\n')
    (folder / "1.log").write_text("".join(lines[:60]), "utf-8")
    (folder / "2.log").write_text("".join(lines[60:]), "utf-8")


def counted(folder: Path) -> dict[str, bytes]:
    """Return the files of counts in docs/ and in the site."""
    return tree(folder / "docs" / ".luot-xem") | tree(folder / "site" / "luot-xem")


def test_no_view_is_lost_or_counted_twice_by_killed_counts(
    project: Project, killer: Killer
) -> None:
    killer.run(works.build_site, project.root)
    state = (".luot-xem.bantin", "docs/.luot-xem")
    site = project.copy(project.root.with_name("built")).site
    for _ in range(tries(1)):
        write_logs(project.root, killer.chance)

        def begin() -> None:
            for name in state:
                shutil.rmtree(project.root / name, ignore_errors=True)
            shutil.rmtree(project.site)
            shutil.copytree(site, project.site)

        begin()
        for work in (works.count_first_log, works.count_all_logs):
            killer.run(work, project.root)
        undisturbed = counted(project.root)
        for kills in ((works.count_first_log,), (works.count_all_logs,) * 2):
            begin()
            killer.kill(works.count_first_log, project.root)
            killer.run(works.count_first_log, project.root)
            for work in kills:
                killer.kill(work, project.root)
            killer.run(works.count_all_logs, project.root)
            assert counted(project.root) == undisturbed
            key = (project.root / ".luot-xem.bantin" / "khoa").read_text("ascii")
            assert len(key) == 64
    tell(killer, 5 * tries(1))


def test_records_of_killed_commands_are_whole_or_not_there(
    project: Project, killer: Killer
) -> None:
    before = tree(project.docs)
    captured = project.root / "captured"
    captured.mkdir()
    for number in range(works.WRITTEN):
        day = f"0{1 + number % 9}/07/2019"
        text = NEWS.replace("Ban Vì sự tiến bộ của phụ nữ tỉnh sơ kết", f"Lần {number}: Ban sơ kết")
        (captured / f"{number}.txt").write_text(text.replace("04/07/2019", day), "utf-8")
    (captured / "z.txt").write_text(NOTICE, "utf-8")
    for work in (works.write_new, works.import_texts):
        killer.run(work, project.root)
        wanted = tree(project.docs)
        assert len(wanted) >= len(before) + works.WRITTEN
        for _ in range(tries(1)):
            shutil.rmtree(project.docs)
            for uri, content in before.items():
                project.write(uri, content)
            killer.kill(work, project.root)
            found = seen(project.docs)
            assert before.items() <= found.items() <= wanted.items(), "half a record"
            killer.run(work, project.root)
            assert seen(project.docs) == wanted
        shutil.rmtree(project.docs)
        for uri, content in before.items():
            project.write(uri, content)
    tell(killer, 2 * tries(1))


def seen(docs: Path) -> dict[str, bytes]:
    """Return the files that are not hidden. No program takes those for records."""
    return {uri: content for uri, content in tree(docs).items() if "/." not in uri}
