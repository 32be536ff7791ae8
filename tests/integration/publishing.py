"""What builds and checks say of the files of docs/, side by side."""

from __future__ import annotations

from bantin.checking.check import Findings, check_records
from bantin.checking.tree import DocsTree

from tests.integration.project import Outcome, Project, tree


def check(project: Project) -> Findings:
    return check_records(DocsTree.of_folder(project.docs))


def told(findings: Findings) -> dict[str, str]:
    return {one.path: one.message for one in findings.warnings}


def errors_of(outcome: Outcome) -> list[str]:
    return [error.removeprefix("bantin: ") for error in outcome.errors]


def build(project: Project) -> dict[str, bytes]:
    """Build, and hold that the site is what a clean build would give."""
    outcome = project.build(strict=True)
    assert outcome.code == 0, outcome.log
    found = tree(project.site)
    assert found == project.clean_tree()
    return found
