"""Projects to build. One is built once; tests that change something work on a copy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import CodeType

import pytest
from jinja2 import Environment

from tests.integration.project import Project


@pytest.fixture(scope="session", autouse=True)
def templates_compiled_once() -> Iterator[None]:
    """Half of a small clean build would go into compiling Material's templates again."""
    compile_template = Environment.compile
    compiled: dict[object, CodeType] = {}

    def compile_once(
        environment: Environment,
        source: str,
        name: str | None = None,
        filename: str | None = None,
        raw: bool = False,
        defer_init: bool = False,
    ) -> str | CodeType:
        if raw:
            return compile_template(environment, source, name, filename, raw, defer_init)
        made_by = (type(environment), environment.autoescape, *sorted(environment.filters))
        key = (made_by, source, name, filename, defer_init)
        if key not in compiled:
            code = compile_template(environment, source, name, filename, raw, defer_init)
            assert isinstance(code, CodeType)
            compiled[key] = code
        return compiled[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "compile", compile_once)
        yield


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with a finished site. Only to be looked at."""
    project = Project.make(tmp_path_factory.mktemp("built"))
    outcome = project.build()
    assert outcome.code == 0, outcome.log
    return project


@pytest.fixture
def project(built: Project, tmp_path: Path) -> Project:
    """A copy of a project with a finished site, for tests that change it."""
    return built.copy(tmp_path / "project")
