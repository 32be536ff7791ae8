"""Programs that read DOC files: LibreOffice, or antiword. Each runs in a folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bantin.errors import ImportRefusedError

_TIMEOUT_S = 60
_RESTART = 81
_OUTPUT = "out"
_WINDOWS_PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_MAC_PLACES = ("/Applications/LibreOffice.app/Contents/MacOS/soffice",)
_MAX_OUTPUT_BYTES = 100_000_000
# Macros are never run, links are never followed: level 3 trusts nothing but signed macros.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


@dataclass(frozen=True, slots=True)
class DocConverter:
    """A program.

    Attributes:
        program: its path.
        makes_docx: it makes DOCX; otherwise plain text in UTF-8.
    """

    program: str
    makes_docx: bool

    def convert(self, data: bytes) -> bytes:
        """Return what the program makes of a DOC file.

        Raises:
            ImportRefusedError: it fails, or takes too long.
        """
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            folder = Path(name)
            (folder / "in.doc").write_bytes(data)
            if self.makes_docx:
                return self._libreoffice(folder)
            _run([self.program, "-m", "UTF-8.txt", "-w", "0", "in.doc"], folder)
            with (folder / _OUTPUT).open("rb") as file:
                return file.read(_MAX_OUTPUT_BYTES)

    def _libreoffice(self, folder: Path) -> bytes:
        # A profile of its own: the user's may be in use, and may allow macros.
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        command = [self.program, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
        command += ["--norestore", "--nolockcheck", "--convert-to", "docx", "in.doc"]
        # With a new profile it may ask to be started again.
        if _run(command, folder, allowed=(0, _RESTART)) == _RESTART:
            _run(command, folder)
        made = folder / "in.docx"
        if not made.is_file() or made.stat().st_size > _MAX_OUTPUT_BYTES:
            raise ImportRefusedError(
                "LibreOffice không mở được tệp .doc này (có thể tệp hỏng hoặc có mật khẩu); "
                "mở bằng Word, lưu lại thành .docx rồi nhập"
            )
        return made.read_bytes()


def find_converter() -> DocConverter | None:
    """Return the best program that this machine has; None without any."""
    for name in ("soffice", "libreoffice"):
        if program := shutil.which(name):
            # The program itself: the script before it starts others, which would outlive it.
            itself = Path(program).resolve().with_name("soffice.bin")
            return DocConverter(str(itself) if itself.is_file() else program, makes_docx=True)
    places = {"win32": _WINDOWS_PLACES, "darwin": _MAC_PLACES}.get(sys.platform, ())
    for place in places:
        if Path(place).is_file():
            return DocConverter(place, makes_docx=True)
    if program := shutil.which("antiword"):
        return DocConverter(program, makes_docx=False)
    return None


def _run(command: list[str], folder: Path, *, allowed: tuple[int, ...] = (0,)) -> int:
    """Run a program in a folder, its output in a file there; return its exit code.

    It stays in the group of processes of its caller, and ends with that.
    """
    with (folder / _OUTPUT).open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": str(folder), "TMPDIR": str(folder)},
        )
        try:
            code = process.wait(_TIMEOUT_S)
        except subprocess.TimeoutExpired as error:
            raise ImportRefusedError(
                f"đọc tệp .doc quá {_TIMEOUT_S} giây; mở bằng Word, lưu thành .docx rồi nhập"
            ) from error
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
    if code not in allowed:
        raise ImportRefusedError(
            "chương trình đọc tệp .doc dừng vì lỗi (có thể tệp hỏng hoặc có mật khẩu); "
            "mở bằng Word, lưu thành .docx rồi nhập"
        )
    return code
