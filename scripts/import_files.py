"""Bring files of any kind into docs/: folders, archives, saved pages, Word, PDF, texts.

    python3 scripts/import_files.py FILE|FOLDER|ARCHIVE… [--into docs] [--province "Đắk Nông"]
                                    [--dry-run] [--publish]

Each item becomes a draft that waits for an editor. A run that was stopped goes on when it is
started again.
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from environment import PROJECT, Level, command

if TYPE_CHECKING:
    from bantin.importing.job.import_job import ImportJob


LOCK = "khoa"
# So many new items are named one by one.
NAMED = 20


def main() -> int:
    # Not above: outside the environment there is no bantin yet.
    from bantin.building.lock import ProcessLock
    from bantin.command_line import fail
    from bantin.errors import BantinError, LockHeldError
    from bantin.importing.job.import_job import ImportJob, ImportOrder
    from bantin.importing.job.store_place import originals_folder
    from bantin.importing.provinces import find_province

    options = parse_options()
    province = find_province(options.province) if options.province else None
    if options.province and province is None:
        return fail(f"không có tỉnh, thành phố nào tên “{options.province}”; ví dụ: Đắk Nông")
    try:
        store = originals_folder(options.into)
        order = ImportOrder(
            tuple(options.given),
            options.into,
            store,
            PROJECT,
            province,
            "published" if options.publish else "draft",
            options.dry_run,
        )
        if options.dry_run:
            return bring_in(ImportJob(order), options)
        store.mkdir(parents=True, exist_ok=True)
        lock = ProcessLock.hold(store / LOCK, "")
        try:
            job = ImportJob(order)
            code = bring_in(job, options)
            if confirm_columns(job.unconfirmed):
                code = bring_in(ImportJob(order), options)
            return code
        finally:
            lock.release()
    except LockHeldError:
        return fail("một lượt nhập khác đang chạy; chờ nó xong rồi chạy lại")
    except BantinError as error:
        return fail(str(error))


def bring_in(job: "ImportJob", options: argparse.Namespace) -> int:
    """Run a job and tell its end; return the exit code."""
    from bantin.errors import printable
    from bantin.importing.imported_item import ImportedItem, Outcome
    from bantin.importing.job.progress import ImportProgress
    from bantin.importing.job.summary import describe_summary

    total = job.count_files()
    progress = ImportProgress(total, sys.stderr)

    def tell(item: ImportedItem) -> None:
        if item.outcome is not Outcome.REFUSED and (total <= NAMED or options.dry_run):
            part = f", {item.part}" if item.part else ""
            end = f"{item.message}, xem {item.target}" if item.message else item.target
            print(printable(f"{item.file}{part} → {end}"))

    try:
        job.run(tell, lambda refused: progress.advance(refused=refused))
    except KeyboardInterrupt:
        progress.close()
        print(
            f"Đã dừng; {job.summary.written} bản ghi vừa ghi còn nguyên. Chạy lại đúng lệnh này để "
            "nhập tiếp phần còn lại.",
            file=sys.stderr,
        )
        raise
    finally:
        progress.close()
    print(printable("\n".join(describe_summary(job.summary, dry_run=options.dry_run))))
    return 1 if job.summary.refusals else 0


def confirm_columns(unconfirmed: "dict[Path, str]") -> bool:
    """Ask whether the drafted columns of tables are right; return whether any were confirmed."""
    from bantin.errors import printable
    from bantin.importing.job.columns_folder import confirm_draft

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    is_any = False
    for path, draft in unconfirmed.items():
        if not draft:
            continue
        columns = [line for line in draft.splitlines() if line.startswith("  ")]
        print(printable("\nMáy đoán các cột của bảng như sau (cột: loại):\n" + "\n".join(columns)))
        print(f"Cần sửa thì trả lời k, sửa tệp {path}, rồi chạy lại lệnh này.")
        if input("Đúng cả chưa? [c = đúng, nhập ngay / k = để tôi sửa] ").strip().lower() == "c":
            confirm_draft(path)
            is_any = True
    return is_any


def parse_options() -> argparse.Namespace:
    from bantin.command_line import folder_path, make_parser

    parser = make_parser(
        "Nhập tệp từ nơi khác: trang web đã lưu, Word, PDF, bảng, tệp chữ, cả thư mục hay tệp nén. "
        "Mỗi bài thành một bản nháp trong docs/, chờ người xem lại. Bị dừng giữa chừng thì chạy "
        "lại, máy làm tiếp."
    )
    parser.add_argument(
        "given",
        metavar="TỆP",
        nargs="+",
        type=existing_path,
        help="tệp, thư mục, hoặc tệp nén .zip",
    )
    parser.add_argument(
        "--into",
        metavar="THƯ_MỤC",
        type=folder_path,
        default=str(PROJECT / "docs"),
        help="thư mục docs để ghi vào (mặc định: docs của dự án)",
    )
    parser.add_argument(
        "--province",
        metavar="TỈNH",
        help="tỉnh, thành phố mà bài gọi là “tỉnh”, khi bài không nói rõ, ví dụ “Đắk Nông”",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="chỉ nói sẽ ghi những gì, không ghi gì"
    )
    parser.add_argument(
        "--publish", action="store_true", help="ghi thẳng thành bài đăng, không qua bản nháp"
    )
    return parser.parse_args()


def existing_path(text: str) -> Path:
    path = Path(text)
    if not path.exists():
        raise argparse.ArgumentTypeError(f"không có “{text}”; kiểm tra lại đường dẫn")
    return path


if __name__ == "__main__":
    command(main, Level.IMPORT)
