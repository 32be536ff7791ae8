"""Check records before they are published, without building the site.

    python3 scripts/check.py [PATH…] [--docs docs] [--format text|json|github]

Exit code 1 where a build would stop; warnings alone give 0.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from environment import PROJECT, enter


def main() -> int:
    enter()
    # Behind enter(): outside the environment there is no bantin yet.
    from bantin.building.progress import Progress
    from bantin.checking.check import check_records
    from bantin.checking.report import FORMATS
    from bantin.checking.tree import Tree
    from bantin.checking.wanted import NotARecordError, find_wanted

    options = parse_options()
    if not options.docs.is_dir():
        return fail(f"không có thư mục {options.docs}; kiểm tra lại đường dẫn sau --docs")
    docs_dir = options.docs.resolve()
    tree = Tree.of_folder(docs_dir)
    try:
        wanted = find_wanted(tree, options.paths) if options.paths else None
    except NotARecordError as error:
        return fail(str(error))
    findings = check_records(
        tree,
        wanted,
        ledger_path=None if options.no_cache else docs_dir.parent / LEDGER,
        progress=Progress(lambda line: print(line, file=sys.stderr)),
    )
    print("\n".join(FORMATS[options.format](findings, way_to(docs_dir))))
    return 1 if findings.problems else 0


# Beside docs/, as the store of a build lies beside its site; Git is told to ignore both.
LEDGER = Path(".kiem-tra.bantin", "ledger.sqlite")


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Kiểm tra bản ghi trước khi xuất bản. LỖI: trang không dựng được. CẢNH BÁO: "
        "trang vẫn dựng được, nhưng người biên tập nên xem lại."
    )
    parser.add_argument(
        "paths",
        metavar="ĐƯỜNG_DẪN",
        nargs="*",
        type=Path,
        help="chỉ nói về những tệp, thư mục này (mặc định: mọi bản ghi)",
    )
    parser.add_argument(
        "--docs",
        metavar="THƯ_MỤC",
        type=Path,
        default=PROJECT / "docs",
        help="thư mục docs (mặc định: docs của dự án)",
    )
    parser.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="text: cho người đọc (mặc định); json: cho máy; github: chú thích trong CI",
    )
    parser.add_argument(
        "--no-cache",
        action="store_true",
        help=f"đọc lại tất cả, không dùng và không ghi {LEDGER.parent}",
    )
    return parser.parse_args()


def way_to(docs_dir: Path) -> str:
    """Return how a program that reads the report finds the docs folder from here."""
    try:
        return Path(os.path.relpath(docs_dir)).as_posix()
    except ValueError:  # on another drive
        return docs_dir.as_posix()


def fail(message: str) -> int:
    print(f"Lỗi: {message}.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
