"""A tiny project of records, and real MkDocs builds of it in this process.

Everything it tells of is invented: bodies, people, meetings and numbers.
"""

from __future__ import annotations

import io
import logging
import shutil
from contextlib import redirect_stderr
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

PROJECT = Path(__file__).resolve().parents[2]
THEME = PROJECT / "hooks" / "bantin" / "theme"

ARTICLE = "tin-tuc/2020/03/hop-thang-ba.md"
OTHER_ARTICLE = "tin-tuc/2020/04/hop-thang-tu.md"
DRAFT = "tin-tuc/2020/05/ban-nhap.md"
DOCUMENT = "van-ban/2020/12-tb-vp.md"
BODY = "to-chuc/ban-mau.md"

DOCS = {
    "index.md": """---
title: Trang chủ
template: home.html
---

# Tỉnh Mẫu

Xem [cuộc họp tháng ba](tin-tuc/2020/03/hop-thang-ba.md#ket-qua) và [tin tức](tin-tuc/index.md).
""",
    "gioi-thieu.md": "# Giới thiệu\n\nXem [thông báo](van-ban/2020/12-tb-vp.md).\n",
    "chuyen-muc/chi-dao.md": "---\nname: Chỉ đạo\ndescription: Việc của lãnh đạo.\n---\n",
    "to-chuc/ubnd-mau.md": "---\nname: UBND tỉnh Mẫu\nprovince: Mẫu\n---\n",
    BODY: "---\nname: Ban Mẫu\nparent: ubnd-mau\nprovince: Mẫu\n---\n\nLập năm 2001.\n",
    ARTICLE: """---
title: Ban Mẫu họp tháng ba
date: 2020-03-05 08:30
author: A.B
section: chi-dao
summary: Họp bàn việc quý một.
bodies: [ban-mau]
people:
  - name: Nguyễn Thị Mẫu
    positions: [Trưởng ban]
meeting:
  date: 2020-03-04
  bodies: [ban-mau]
  chairs: [Nguyễn Thị Mẫu]
photos:
  - src: anh.png
    alt: Toàn cảnh
redirect_from: [tin/hop.aspx]
---

## Kết quả

Theo [thông báo](../../../van-ban/2020/12-tb-vp.md), [bài sau](../04/hop-thang-tu.md)
và [lời giới thiệu](../../../gioi-thieu.md).
""",
    "tin-tuc/2020/03/anh.png": "không phải ảnh thật",
    OTHER_ARTICLE: """---
title: Ban Mẫu họp tháng tư
date: 2020-04-07
section: chi-dao
bodies: [ban-mau]
---

Nội dung tháng tư.
""",
    DRAFT: """---
title: Chuyện chưa công bố
date: 2020-05-01
section: chi-dao
status: draft
redirect_from: [nhap-cu/]
---

Bimatchuacongbo.
""",
    DOCUMENT: """---
kind: TB
number: 12/TB-VP
title: Kết luận cuộc họp Ban Mẫu
date: 2020-03-09
issuer: ubnd-mau
signer:
  authority: [KT. CHỦ TỊCH]
  position: PHÓ CHỦ TỊCH
  name: Lê Văn Mẫu
meeting:
  date: 2020-03-04
  bodies: [ban-mau]
---

1. Việc thứ nhất.
""",
}


@dataclass(frozen=True)
class Outcome:
    """What a build did: exit code, log lines ("LEVEL text"), standard error."""

    code: int
    log: tuple[str, ...]
    stderr: str

    @property
    def errors(self) -> list[str]:
        return [line.removeprefix("ERROR ") for line in self.log if line.startswith("ERROR ")]

    @property
    def summary(self) -> str:
        """The line that says what was rendered and written; "" where nothing was published."""
        return next((line for line in self.log if "Kho tin: " in line), "")


class _Keep(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.getMessage()}")


@dataclass(frozen=True)
class Project:
    """A folder with mkdocs.yml, docs/ and, once built, site/."""

    root: Path

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def store(self) -> Path:
        return self.root / ".site.bantin" / "store.sqlite"

    @classmethod
    def make(cls, root: Path, docs: dict[str, str] = DOCS) -> Project:
        """Write a project with the settings of the real one."""
        settings = (PROJECT / "mkdocs.yml").read_text("utf-8")
        settings = settings.replace("hooks/publish.py", str(PROJECT / "hooks" / "publish.py"))
        settings = settings.replace("hooks/bantin/theme", str(THEME))
        project = cls(root)
        root.mkdir(parents=True, exist_ok=True)
        (root / "mkdocs.yml").write_text(settings, "utf-8")
        for uri, text in docs.items():
            project.write(uri, text)
        return project

    def copy(self, root: Path) -> Project:
        """Copy everything: docs, site and what the last build remembers."""
        shutil.copytree(self.root, root, dirs_exist_ok=True)
        return Project(root)

    def write(self, uri: str, text: str | bytes) -> None:
        path = self.docs / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)

    def edit(self, uri: str, old: str, new: str) -> None:
        text = (self.docs / uri).read_text("utf-8")
        assert old in text
        self.write(uri, text.replace(old, new))

    def configure(self, old: str, new: str) -> None:
        path = self.root / "mkdocs.yml"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    def build(
        self, *, strict: bool = False, site: Path | None = None, command: str = "build"
    ) -> Outcome:
        """Do what `mkdocs build` does, or the first build of `mkdocs serve`."""
        config = load_config(
            str(self.root / "mkdocs.yml"), strict=strict, site_dir=str(site) if site else None
        )
        keep, logger, stderr = _Keep(), logging.getLogger("mkdocs"), io.StringIO()
        level = logger.level
        logger.addHandler(keep)
        logger.setLevel(logging.INFO)
        code = 0
        try:
            with redirect_stderr(stderr):
                config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
                try:
                    build(config)
                finally:
                    config.plugins.on_shutdown()
        except SystemExit as error:  # MkDocs' Abort
            code = int(error.code or 0)
            keep.lines.append(f"ABORT {error}")
        finally:
            logger.setLevel(level)
            logger.removeHandler(keep)
        return Outcome(code, tuple(keep.lines), stderr.getvalue())

    def clean_tree(self) -> dict[str, bytes]:
        """Build afresh beside the site and return what that gives."""
        fresh = self.root / "fresh"
        assert self.build(site=fresh).code == 0
        return tree(fresh)


def tree(folder: Path) -> dict[str, bytes]:
    """Return POSIX path → content of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def page(project: Project, url: str) -> str:
    """Return the HTML of a page of the site."""
    return (project.site / url / "index.html").read_text("utf-8")
