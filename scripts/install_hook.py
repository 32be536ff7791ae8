"""Install or remove the hook that checks staged records before each commit in this clone.

python3 scripts/install_hook.py [--remove]
"""

from environment import PROJECT, command


def main() -> int:
    # Not above: outside the environment there is no bantin yet.
    from bantin.building.git import GitError
    from bantin.checking.hook import HookError, install_hook, remove_hook
    from bantin.command_line import fail, make_parser

    parser = make_parser(
        "Từ nay mỗi lần commit, Git kiểm tra trước các bản ghi sắp commit: có lỗi thì "
        "từ chối và nói sửa ở đâu."
    )
    parser.add_argument("--remove", action="store_true", help="thôi kiểm tra khi commit")
    options = parser.parse_args()
    try:
        if options.remove:
            removed = remove_hook(PROJECT)
            print(f"Đã bỏ {removed}." if removed else "Không có gì để bỏ.")
            return 0
        path = install_hook(PROJECT)
    except (GitError, HookError) as error:
        return fail(str(error))
    print(f"Đã đặt {path}.")
    print("Từ nay bản ghi có lỗi thì không commit được, và máy nói sửa ở đâu.")
    return 0


if __name__ == "__main__":
    command(main)
