"""Bring files of any kind into docs/: folders, archives, saved pages, Word, PDF, texts.

    python3 scripts/import_files.py FILE|FOLDER|ARCHIVE… [--into docs] [--province "Đắk Nông"]
                                    [--dry-run] [--publish]
    python3 scripts/import_files.py --review
    python3 scripts/import_files.py --accept review.csv|RECORD…

Each item becomes a draft that waits for an editor. A run that was stopped goes on when it is
started again. The review list shows what waits; what an editor accepts is published.
"""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from environment import PROJECT, Level, command

if TYPE_CHECKING:
    from bantin.importing.job.import_job import ImportJob
    from bantin.records.provinces import Province


LOCK = "khoa"
# So many new items are named one by one.
NAMED = 20


def main() -> int:
    # Not above: outside the environment there is no bantin yet.
    from bantin.command_line import fail
    from bantin.errors import BantinError, LockHeldError
    from bantin.importing.job.ledger import telling_damaged_ledger
    from bantin.importing.job.store_place import originals_folder
    from bantin.records.provinces import find_province

    options = parse_options()
    province = find_province(options.province) if options.province else None
    if options.province and province is None:
        return fail(f"không có tỉnh, thành phố nào tên “{options.province}”; ví dụ: Đắk Nông")
    try:
        store = originals_folder(options.into)
        with telling_damaged_ledger(store):
            return work(options, store, province)
    except LockHeldError:
        return fail("một lượt nhập khác đang chạy; chờ nó xong rồi chạy lại")
    except BantinError as error:
        return fail(str(error))


def work(options: argparse.Namespace, store: Path, province: "Province | None") -> int:
    """Do what was asked; return the exit code."""
    from bantin.importing.job.import_job import ImportJob, ImportOrder

    if options.accept or options.review:
        with holding(store):
            return accept(options, store) if options.accept else list_review(options, store)
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
    with holding(store):
        job = ImportJob(order)
        code = bring_in(job, options)
        if confirm_columns(job.unconfirmed):
            code = bring_in(ImportJob(order), options)
        if not options.publish:
            list_review(options, store)
        return code


@contextmanager
def holding(store: Path) -> Iterator[None]:
    """Keep other imports away from the folder of originals."""
    from bantin.building.lock import ProcessLock

    store.mkdir(parents=True, exist_ok=True)
    lock = ProcessLock.hold(store / LOCK, "")
    try:
        yield
    finally:
        lock.release()


def accept(options: argparse.Namespace, store: Path) -> int:
    """Publish what an editor accepts, and list the rest; return the exit code."""
    from bantin.errors import printable
    from bantin.importing.review.accept import accept_records, wanted_records
    from bantin.importing.review.review_report import describe_accepted

    wanted = wanted_records(options.accept, options.into)
    results = accept_records(wanted, options.into, store)
    print(printable("\n".join(describe_accepted(results))))
    list_review(options, store)
    return 1 if any(one.refusal for one in results) or not results else 0


def list_review(options: argparse.Namespace, store: Path) -> int:
    """Write the review list, and tell where it is."""
    from bantin.errors import printable
    from bantin.importing.review.review_report import describe_review
    from bantin.importing.review.write_review import write_review

    totals = write_review(store, options.into)
    print(printable("\n".join(describe_review(totals, store))))
    return 0


def bring_in(job: "ImportJob", options: argparse.Namespace) -> int:
    """Run a job and tell its end; return the exit code."""
    from bantin.errors import printable
    from bantin.importing.imported_item import ImportedItem, Outcome
    from bantin.importing.job.progress import ImportProgress
    from bantin.importing.job.summary import describe_summary
    from bantin.importing.proposed_files import describe_files, describe_needed

    total = job.count_files()
    progress = ImportProgress(total, sys.stderr)

    def tell(item: ImportedItem) -> None:
        if (
            item.outcome is not Outcome.REFUSED
            and not options.bodies
            and (total <= NAMED or options.dry_run)
        ):
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
    if options.bodies:
        print(printable("\n".join(describe_needed(job.files))))
        return 0
    told = list(describe_summary(job.summary, dry_run=options.dry_run))
    if job.files:
        verb = "Cần có thêm" if options.dry_run else "Đã ghi thêm"
        told.append(f"{verb} {len(job.files)} tệp cơ quan, chuyên mục mà các bản ghi cần:")
        told += describe_files(job.files)
    print(printable("\n".join(told)))
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
        columns = [line for line in draft.split("\n") if line.startswith("  ")]
        print(printable("\nMáy đoán các cột của bảng như sau (cột: loại):\n" + "\n".join(columns)))
        print(f"Cần sửa thì trả lời k, sửa tệp {path}, rồi chạy lại lệnh này.")
        if ask("Đúng cả chưa? [c = đúng, nhập ngay / k = để tôi sửa] ") == "c":
            confirm_draft(path)
            is_any = True
    return is_any


def ask(question: str) -> str:
    """Return an answer; "" where the terminal was closed."""
    try:
        return input(question).strip().lower()
    except EOFError:
        return ""


def parse_options() -> argparse.Namespace:
    from bantin.command_line import add_import_options, make_parser

    parser = make_parser(
        "Nhập tệp từ nơi khác: trang web đã lưu, Word, PDF, bảng, tệp chữ, cả thư mục hay tệp nén. "
        "Mỗi bài thành một bản nháp trong docs/, chờ người xem lại. Bị dừng giữa chừng thì chạy "
        "lại, máy làm tiếp."
    )
    parser.add_argument(
        "given",
        metavar="TỆP",
        nargs="*",
        type=existing_path,
        help="tệp, thư mục, hoặc tệp nén .zip",
    )
    parser.add_argument(
        "--review",
        action="store_true",
        help="lập lại danh sách những bản ghi chờ xem lại, không nhập gì",
    )
    parser.add_argument(
        "--accept",
        metavar="BẢN_GHI",
        nargs="+",
        help="nhận (đăng) những bản ghi đã xem: tệp review.csv đã đánh dấu cột “Nhận”, hoặc tên "
        "từng bản ghi, ví dụ tin-tuc/2021/10/ten-bai.md",
    )
    add_import_options(parser, PROJECT / "docs")
    parser.add_argument(
        "--dry-run", action="store_true", help="chỉ nói sẽ ghi những gì, không ghi gì"
    )
    parser.add_argument(
        "--publish", action="store_true", help="ghi thẳng thành bài đăng, không qua bản nháp"
    )
    options = parser.parse_args()
    if bool(options.given) == bool(options.accept or options.review):
        parser.error("cần cho biết tệp để nhập, hoặc --review, hoặc --accept; chỉ một trong ba")
    options.dry_run = options.dry_run or options.bodies
    return options


def existing_path(text: str) -> Path:
    path = Path(text)
    if not path.exists():
        raise argparse.ArgumentTypeError(f"không có “{text}”; kiểm tra lại đường dẫn")
    return path


if __name__ == "__main__":
    command(main, Level.IMPORT)
