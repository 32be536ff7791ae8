"""Write the file that makes a host of Git check, build and publish after each push.

python3 scripts/install_ci.py github|gitlab|forgejo
"""

from environment import PROJECT, command


def main() -> int:
    # Not above: outside the environment there is no bantin yet.
    from bantin.checking.pipelines import PLACES, PipelineError, write_pipeline
    from bantin.command_line import fail, make_parser

    parser = make_parser(
        "Để nơi chứa kho Git tự kiểm tra, dựng trang và đăng trang mỗi khi có thay đổi."
    )
    parser.add_argument("host", choices=tuple(PLACES), metavar="NƠI", help=", ".join(PLACES))
    options = parser.parse_args()
    try:
        path = write_pipeline(options.host, PROJECT)
    except PipelineError as error:
        return fail(str(error))
    print(f"Đã có {path}.")
    print("Xem lại, rồi git add, git commit và git push tệp ấy; từ đó máy chủ tự làm.")
    return 0


if __name__ == "__main__":
    command(main)
