"""Build the site into site/, as it will be published.

    python3 scripts/build.py [--verify] [--site-dir site] [--config-file mkdocs.yml] [--quiet]

Warnings stop it, like errors. Then the last good site stays. `--verify` also reads every file of
the site and the whole store of the last build, and makes again what is not as it was written.
"""

import os
import sys
import tempfile
from pathlib import Path

from environment import command, run

DONE = "Đã dựng xong trang."
UNCLEAR = " Sổ kết luận còn {}; xem từng mục và cách ghi: python3 scripts/check.py --orders"
NOT_DONE = "CHƯA DỰNG ĐƯỢC: sửa những điều kể trên rồi chạy lại."
# A build that was killed says nothing itself.
KILLED = (
    "CHƯA DỰNG XONG: lần dựng bị dừng ngang. Tệp nào của trang cũng nguyên vẹn, là bản cũ hoặc bản "
    "mới; chạy lại là xong nốt."
)
# The hook reads it: MkDocs takes no options of ours.
VERIFY = "BANTIN_VERIFY"
# The hook writes there what is to be told last.
LAST_WORD = "BANTIN_LAST_WORD"
INTERRUPTED = 130


def main() -> int:
    arguments = parse_arguments()
    # Material prints an English notice about its end, which does not help editors.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    engine = [sys.executable, "-m", "bantin.mkdocs.command", "build", "--strict", *arguments]
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder, "word.txt")
        os.environ[LAST_WORD] = str(word)
        code = run(engine, listens=True)
        unclear = word.read_text("utf-8") if word.exists() else ""
    if code == INTERRUPTED:
        raise KeyboardInterrupt
    # MkDocs' own last line is in English.
    done = DONE + UNCLEAR.format(unclear) if unclear else DONE
    print({0: done, 1: NOT_DONE}.get(code, KILLED), file=sys.stderr)
    return code


def parse_arguments() -> list[str]:
    """Return MkDocs' arguments."""
    # Not above: outside the environment there is no bantin yet.
    from bantin.command_line import file_path, make_parser

    parser = make_parser(
        "Dựng trang vào site/, đúng như sẽ xuất bản. Có cảnh báo hay lỗi thì dừng, và trang dựng "
        "lần trước còn nguyên."
    )
    parser.add_argument(
        "-f", "--config-file", metavar="TỆP", type=file_path, help="cấu hình (mặc định: mkdocs.yml)"
    )
    parser.add_argument(
        "-d", "--site-dir", metavar="THƯ_MỤC", type=Path, help="nơi để trang (mặc định: site)"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="chỉ nói về cảnh báo và lỗi")
    parser.add_argument("-v", "--verbose", action="store_true", help="nói cả chi tiết")
    parser.add_argument(
        "--verify",
        action="store_true",
        help="đọc lại từng tệp của trang đã dựng, tệp nào không đúng như đã ghi thì dựng lại",
    )
    options = parser.parse_args()
    if options.verify:
        os.environ[VERIFY] = "1"
    arguments = [f"--{name}" for name in ("quiet", "verbose") if getattr(options, name)]
    for name, path in (("config-file", options.config_file), ("site-dir", options.site_dir)):
        if path is not None:
            # The engine runs in the project's folder.
            arguments += [f"--{name}", str(path.absolute())]
    return arguments


if __name__ == "__main__":
    command(main)
