"""What a host of Git is to do after each push: check, build, publish.

The recipes lie here, where no host looks for them, and are copied to where it does on demand.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from bantin.errors import BantinError

# Host → where it looks for its recipe, from the top of the repository.
PLACES = {
    "github": ".github/workflows/ban-tin.yml",
    "gitlab": ".gitlab-ci.yml",
    "forgejo": ".forgejo/workflows/ban-tin.yml",
}


class PipelineError(BantinError):
    """The recipe cannot be written; the message, in Vietnamese, says why and what would do."""


def read_pipeline(host: str) -> str:
    """Return a host's recipe; the host is one of `PLACES`."""
    return resources.files(__name__).joinpath(f"{host}.yml").read_text("utf-8")


def write_pipeline(host: str, project: Path) -> Path:
    """Copy a host's recipe to its place and return that; one that is there is left as it is.

    Raises:
        PipelineError: another file is there.
    """
    path = project / PLACES[host]
    wanted = read_pipeline(host)
    if path.exists():
        if path.read_text("utf-8", errors="replace") == wanted:
            return path
        raise PipelineError(
            f"đã có {path}, có thể đã được sửa riêng; muốn dùng bản mẫu thì đổi tên tệp ấy trước"
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(wanted, "utf-8", newline="\n")
    return path
