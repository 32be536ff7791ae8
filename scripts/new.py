"""Write a new record from answers or options, and open it in the preview.

    python3 scripts/new.py                      asks
    python3 scripts/new.py --type tin --title "…" --section … [--body …] [--date …]

Nothing is ever overwritten. Stopped with Ctrl-C, it leaves nothing behind.
"""

import argparse
import sys
import webbrowser

from environment import PROJECT, command

# A preview of a large archive may take this long to show a new record.
SHOWN_WITHIN_S = 30.0
RECORD_OPTIONS = {
    "type": ("LOẠI", "tin, van-ban, co-quan, chuyen-muc hoặc nguoi (mặc định: tin)"),
    "title": ("TIÊU_ĐỀ", "tiêu đề, trích yếu hoặc tên"),
    "section": ("MỤC", "chuyên mục: tên tệp trong chuyen-muc/ hoặc tên"),
    "field": ("LĨNH_VỰC", "lĩnh vực, ví dụ y tế; nhiều lĩnh vực cách nhau bằng dấu ;"),
    "body": ("CƠ_QUAN", "cơ quan liên quan; nhiều cơ quan cách nhau bằng dấu ;"),
    "date": ("NGÀY", "ngày đăng hoặc ban hành (mặc định: hôm nay)"),
    "initials": ("TÊN", "tên viết tắt hoặc bút danh người viết"),
    "meeting": ("NGÀY", "ngày họp, khi bài nói về một cuộc họp của cơ quan ở --body"),
    "period": ("KỲ", "kỳ báo cáo của cuộc họp, ví dụ 1-9/2021"),
    "pattern": ("co|khong", "lấy bài kỳ trước của cùng cơ quan làm mẫu (mặc định: co)"),
    "kind": ("LOẠI", "loại văn bản, ví dụ TB (mặc định: như kỳ trước, hoặc TB)"),
    "number": ("SỐ", "số, ký hiệu văn bản, ví dụ 405/TB-VP.UBND"),
    "issuer": ("CƠ_QUAN", "cơ quan ban hành văn bản"),
    "slug": ("TÊN_TỆP", "tên tệp (mặc định: từ tiêu đề; văn bản: từ số, ký hiệu)"),
}


def main() -> int:
    # Not above: outside the environment there is no bantin yet.
    from bantin.command_line import fail
    from bantin.errors import AnswerError, ProblemsError, printable
    from bantin.writing.create import create_record
    from bantin.writing.docs_folder import DocsFolder
    from bantin.writing.draft import compose_checked, make_draft
    from bantin.writing.options import read_options
    from bantin.writing.questions import ask_all

    options = parse_options()
    docs = DocsFolder(options.into)
    given = {name: getattr(options, name) for name in RECORD_OPTIONS}
    given = {name: value for name, value in given.items() if value is not None}
    try:
        if given:
            answers, problems = read_options(docs, given)
            if problems or answers is None:
                for problem in problems:
                    fail(problem)
                print("Chưa ghi gì. Xem các lựa chọn: scripts/new.py --help", file=sys.stderr)
                return 1
        else:
            print("Trả lời từng câu; Enter lấy giá trị trong [ ]; Ctrl-C để thôi, không ghi gì.")
            _, answers = ask_all(docs, input, print)
        draft = make_draft(answers)
        path = create_record(options.into, draft.src_uri, compose_checked(draft, day=answers.today))
    except (AnswerError, ProblemsError) as error:
        return fail(str(error))
    except EOFError:
        return fail("hết câu trả lời giữa chừng; chưa ghi gì")
    except KeyboardInterrupt:
        print("\nĐã thôi; chưa ghi gì.", file=sys.stderr)
        return 130
    print(f"Đã ghi {printable(str(path))}")
    print(
        "Mở tệp này để viết tiếp; viết xong thì xóa dòng status: draft rồi chạy scripts/check.py."
    )
    try:
        show(draft.url, options)
    except KeyboardInterrupt:
        print("\nThôi chờ trang xem thử; tệp đã ghi vẫn còn.")
    return 0


def show(url: str, options: argparse.Namespace) -> None:
    """Open the record in the preview, or print how to get there."""
    from bantin.writing.preview import address, find_previews, wait_for

    ports = find_previews(options.port)
    if not ports:
        print(f"Trang xem thử chưa chạy. Chạy: python3 scripts/start.py --port {options.port}")
        print(f"rồi mở: {address(options.port, url)}")
        return
    found = wait_for(ports, url, timeout_s=SHOWN_WITHIN_S)
    if found is None:
        print(f"Trang xem thử chưa hiện bài này; lát nữa mở: {address(ports[0], url)}")
        return
    print(f"Xem thử: {found}", flush=True)
    if not options.no_open and not webbrowser.open(found):
        print("Không mở được trình duyệt; hãy mở địa chỉ trên bằng tay.")


def parse_options() -> argparse.Namespace:
    from bantin.command_line import add_docs_folder, make_parser, port_number

    parser = make_parser(
        "Viết một bản ghi mới. Không ghi lựa chọn nào về bản ghi thì máy hỏi từng điều."
    )
    for name, (shown, told) in RECORD_OPTIONS.items():
        parser.add_argument(f"--{name}", metavar=shown, help=told)
    add_docs_folder(parser, PROJECT / "docs")
    parser.add_argument(
        "--port",
        type=port_number,
        metavar="CỔNG",
        default=8000,
        help="cổng của trang xem thử (mặc định 8000 và các cổng kế tiếp)",
    )
    parser.add_argument("--no-open", action="store_true", help="chỉ nói địa chỉ xem thử")
    return parser.parse_args()


if __name__ == "__main__":
    command(main)
