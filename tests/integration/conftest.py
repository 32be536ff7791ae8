"""Projects to build. One is built once; tests that change something work on a copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.project import Project


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
