"""Runs what MkDocs does, and takes what it found wrong as plain data."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from bantin.mkdocs.engine_words import problems_of, read_message
from bantin.mkdocs.faults import BuildFaults

DOCS_FOLDER = "docs"


def hear(
    work: Callable[[], object],
    project: Path,
    foreseen: tuple[type[Exception], ...] = (Exception,),
) -> BuildFaults:
    """Do something with MkDocs, and return what was wrong. No foreseen error of it is raised.

    Args:
        work: a build, or a part of one.
        project: folder of mkdocs.yml.
        foreseen: the errors that tell of an editor's fault.
    """
    logger, heard = logging.getLogger("mkdocs"), _Heard()
    logger.addHandler(heard)
    try:
        work()
    # By default whatever an editor's file, a plugin or the disk did: the caller goes on.
    except foreseen as error:
        return BuildFaults(problems=problems_of(error, heard.errors, project))
    finally:
        logger.removeHandler(heard)
    docs_dir = project / DOCS_FOLDER
    return BuildFaults(
        warnings=tuple(dict.fromkeys(read_message(said, docs_dir) for said in heard.warnings))
    )


class _Heard(logging.Handler):
    """Keeps the warnings and errors of one run."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.errors: list[str] = []
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        lines = self.errors if record.levelno >= logging.ERROR else self.warnings
        lines.append(record.getMessage())
