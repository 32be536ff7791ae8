"""Check records before they are published, without building the site.

    python3 scripts/check.py [PATH…] [--docs docs] [--format text|json|github]
    python3 scripts/check.py --fix [PATH…]   mend where only one form is right [--dry-run: show it]
    python3 scripts/check.py --orders [PATH…]  name each order without a kind or an addressee
    python3 scripts/check.py --staged        the next commit's records, for Git's hook

Exit code 1 when a build would stop; warnings alone give 0.
"""

import argparse
import os
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from environment import PROJECT, command

if TYPE_CHECKING:
    from bantin.checking.check import Findings
    from bantin.errors import Problem


def main() -> int:
    options = parse_options()
    docs_dir = options.docs.resolve()
    return check_staged(docs_dir, options) if options.staged else check_folder(docs_dir, options)


def check_folder(docs_dir: Path, options: argparse.Namespace) -> int:
    # Not above: outside the environment there is no bantin yet.
    from bantin.building.progress import Progress
    from bantin.checking.check import Findings, check_records
    from bantin.checking.selection import NotARecordError, narrow, select_records
    from bantin.checking.settings import check_settings
    from bantin.checking.tree import DocsTree
    from bantin.command_line import fail
    from bantin.errors import SettingsError

    settings: tuple[Problem, ...] = ()
    try:
        settings = check_settings(docs_dir)
        tree = DocsTree.of_folder(docs_dir)
        wanted = None
        if options.paths:
            wanted = select_records(tree, options.paths)
            tree = narrow(tree, options.paths)
    except NotARecordError as error:
        return fail(str(error))
    except SettingsError as error:
        # Without the settings nobody knows what belongs to the site.
        return (
            report(Findings(0, settings, ()), docs_dir, options) if settings else fail(str(error))
        )
    check = partial(
        check_records,
        src_uris=wanted,
        last_check_path=None if options.no_cache else docs_dir.parent / LAST_CHECK,
        progress=Progress(lambda line: print(line, file=sys.stderr)),
    )
    findings = check(tree)
    if options.fix:
        told = {problem.path for problem in (*findings.problems, *findings.warnings)}
        mend(docs_dir, sorted(told & tree.stamps.keys()), options)
        findings = check(DocsTree.of_folder(docs_dir))
    findings = replace(
        findings, problems=(*settings, *findings.problems), names_hints=options.orders
    )
    return report(findings, docs_dir, options)


def report(findings: "Findings", docs_dir: Path, options: argparse.Namespace) -> int:
    """Print a report. Return the exit code."""
    from bantin.checking.report import FORMATS

    print("\n".join(FORMATS[options.format](findings, way_to(docs_dir))))
    return 1 if findings.problems else 0


def mend(docs_dir: Path, src_uris: list[str], options: argparse.Namespace) -> None:
    """Mend files. Show the changes apart from the report, which may be for programs."""
    from bantin.checking.automatic_fixes import mend_file
    from bantin.errors import printable
    from bantin.unforeseen import reason_of

    count = 0
    for src_uri in src_uris:
        try:
            mended = mend_file(docs_dir, src_uri, keep=not options.dry_run)
        except OSError as error:
            print(f"{printable(src_uri)}: không sửa được ({reason_of(error)}).", file=sys.stderr)
            continue
        if mended is not None:
            count += 1
            print(f"{printable(src_uri)}: {'; '.join(mended.done)}.", file=sys.stderr)
            print(*mended.diff(src_uri), "", sep="\n", file=sys.stderr)
    said = "Sẽ sửa" if options.dry_run else "Đã sửa"
    print(f"{said} {count} tệp." if count else "Không có gì máy tự sửa được.", file=sys.stderr)
    print(file=sys.stderr)


def check_staged(docs_dir: Path, options: argparse.Namespace) -> int:
    from bantin.building.git import GitError
    from bantin.checking.check import check_records
    from bantin.checking.settings import check_settings
    from bantin.checking.staged import open_staged
    from bantin.command_line import fail
    from bantin.errors import SettingsError

    try:
        with open_staged(docs_dir) as staged:
            if staged.is_empty:
                return 0
            settings = () if staged.settings is None else check_settings(docs_dir, staged.settings)
            findings = check_records(
                staged.tree,
                staged.uris | staged.left_behind,
                moved=staged.moved,
            )
            findings = findings.without_warnings_of(staged.left_behind)
            findings = replace(findings, problems=(*settings, *findings.problems))
    except (GitError, SettingsError) as error:
        return fail(str(error))
    # Git shows both output streams of a hook.
    code = report(findings, docs_dir, options)
    if code:
        print(REFUSED, file=sys.stderr)
    return code


REFUSED = """
CHƯA COMMIT, vì bản ghi sắp commit còn lỗi. Sửa các lỗi kể trên, chạy `git add` với tệp đã sửa,
rồi commit lại. Nếu thật cần commit ngay dù còn lỗi: git commit --no-verify."""


# Beside docs/, as a build's store is beside its site. Git ignores both.
LAST_CHECK = Path(".kiem-tra.bantin", "ledger.sqlite")


def parse_options() -> argparse.Namespace:
    from bantin.command_line import folder_path, make_parser

    parser = make_parser(
        "Kiểm tra bản ghi trước khi xuất bản. LỖI: trang không dựng được. CẢNH BÁO: "
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
        type=folder_path,
        default=str(PROJECT / "docs"),
        help="thư mục docs (mặc định: docs của dự án)",
    )
    parser.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="text: cho người đọc (mặc định); json: cho máy; github: chú thích trong CI",
    )
    parser.add_argument(
        "--orders",
        action="store_true",
        help="kể từng mục mà máy chưa đọc được loại việc hay giao cho ai, kèm dòng để ghi thêm",
    )
    parser.add_argument(
        "--fix",
        action="store_true",
        help="sửa giúp những gì chỉ có một cách đúng (thừa dấu cách, ký tự vô hình, chữ tổ hợp) và "
        "cho xem đã đổi gì; mọi thứ khác để nguyên",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="cùng --fix: chỉ cho xem, không ghi tệp"
    )
    parser.add_argument(
        "--staged",
        action="store_true",
        help="kiểm tra những bản ghi Git sắp commit, đúng như đã `git add`",
    )
    parser.add_argument(
        "--no-cache",
        action="store_true",
        help=f"đọc lại tất cả, không dùng và không ghi {LAST_CHECK.parent}",
    )
    options = parser.parse_args()
    if options.staged and (options.paths or options.fix):
        parser.error("--staged đã nói kiểm tra gì, và không sửa gì; bỏ đường dẫn và --fix đi")
    if options.dry_run and not options.fix:
        parser.error("--dry-run chỉ dùng cùng --fix")
    return options


def way_to(docs_dir: Path) -> str:
    """Return the path from the current folder to the docs folder, for readers of the report."""
    try:
        return Path(os.path.relpath(docs_dir)).as_posix()
    except ValueError:  # on another drive
        return docs_dir.as_posix()


if __name__ == "__main__":
    command(main)
