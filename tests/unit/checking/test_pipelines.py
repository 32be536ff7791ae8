"""The recipes for hosts of Git do what this project's commands do, and overwrite nothing."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from bantin.checking.pipelines import PLACES, PipelineError, read_pipeline, write_pipeline

PROJECT = Path(__file__).resolve().parents[3]


def commands_of(told: Any) -> Iterator[str]:
    """Yield every shell command of a recipe, in order."""
    if isinstance(told, dict):
        for key, value in told.items():
            if key in ("run", "script"):
                yield from value if isinstance(value, list) else value.splitlines()
            else:
                yield from commands_of(value)
    elif isinstance(told, list):
        for item in told:
            yield from commands_of(item)


@pytest.mark.parametrize("host", PLACES)
def test_a_recipe_checks_then_builds_with_commands_that_exist(host: str) -> None:
    recipe = yaml.load(read_pipeline(host), yaml.BaseLoader)
    ours = [shlex.split(one) for one in commands_of(recipe) if one.startswith("python3 ")]
    assert [command[1] for command in ours] == ["scripts/check.py", "scripts/build.py"]
    assert all((PROJECT / command[1]).is_file() for command in ours)


@pytest.mark.parametrize("host", PLACES)
def test_only_the_main_branch_is_published(host: str) -> None:
    recipe = yaml.load(read_pipeline(host), yaml.BaseLoader)
    if host == "gitlab":
        rules = recipe["pages"]["rules"]
    elif host == "github":
        rules = [recipe["jobs"]["publish"]["if"]]
    else:
        rules = [recipe["jobs"]["site"]["steps"][-1]["if"]]
    assert "default_branch" in str(rules).lower()


@pytest.mark.parametrize("host", PLACES)
def test_a_recipe_fetches_the_whole_past_for_the_list_of_changes(host: str) -> None:
    recipe = yaml.load(read_pipeline(host), yaml.BaseLoader)
    if host == "gitlab":
        depth = recipe["variables"]["GIT_DEPTH"]
    else:
        steps = recipe["jobs"]["site"]["steps"]
        (checkout,) = (step for step in steps if "checkout" in step.get("uses", ""))
        depth = checkout["with"]["fetch-depth"]
    assert depth == "0"


def test_no_host_finds_a_recipe_in_this_project_by_accident() -> None:
    assert not any((PROJECT / place).exists() for place in PLACES.values())


@pytest.mark.parametrize("host", PLACES)
def test_a_recipe_goes_where_its_host_looks_and_nothing_is_overwritten(
    host: str, tmp_path: Path
) -> None:
    path = write_pipeline(host, tmp_path)
    assert path == tmp_path / PLACES[host]
    assert path.read_text("utf-8") == read_pipeline(host)
    assert write_pipeline(host, tmp_path) == path
    path.write_text("# của tôi\n", "utf-8")
    with pytest.raises(PipelineError, match="đổi tên tệp ấy trước"):
        write_pipeline(host, tmp_path)
    assert path.read_text("utf-8") == "# của tôi\n"
