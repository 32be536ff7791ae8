"""The chrome rendered once and spliced equals a page rendered whole, at every depth."""

from __future__ import annotations

from typing import Any

import pytest
from bantin.mkdocs.chrome import render_chromes, render_full
from bantin.rendering.chrome import ChromeKey, squeeze
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from tests.integration.project import Project

HEAD = "<title>Đầu trang</title>"
BODY = "<main>Thân trang {{ không phải khuôn }} <!-- ghi chú --></main>"
KEYS = [ChromeKey(depth, nav) for depth in (0, 1, 2, 4, 7) for nav in ("", "tin-tuc", "van-ban")]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, MkDocsConfig, Any, Any]:
    """Environment, settings, files and navigation of a real build, as `on_env` sees them."""
    project = Project.make(tmp_path_factory.mktemp("chrome"))
    config = load_config(str(project.root / "mkdocs.yml"))
    seen: dict[str, Any] = {}

    @event_priority(-100)  # after ours
    def on_env(env: Any, *, config: MkDocsConfig, files: Any) -> Any:
        seen.update(env=env, files=files)
        return env

    def on_nav(nav: Any, *, config: MkDocsConfig, files: Any) -> Any:
        seen["nav"] = nav
        return nav

    config.plugins.events["env"].append(on_env)
    config.plugins.events["nav"].append(on_nav)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return seen["env"], config, seen["files"], seen["nav"]


@pytest.mark.parametrize("key", KEYS, ids=lambda key: f"{key.depth}-{key.nav or 'none'}")
def test_spliced_page_equals_fully_rendered_page(
    stage: tuple[Any, MkDocsConfig, Any, Any], key: ChromeKey
) -> None:
    env, config, files, nav = stage
    spliced = render_chromes(KEYS, env, config, files, nav).by_key[key].wrap(HEAD, BODY)
    assert spliced == squeeze(render_full(key, HEAD, BODY, env, config, files, nav))
    assert HEAD in spliced
    assert BODY in spliced


def test_chrome_differs_by_depth_and_by_place(stage: tuple[Any, MkDocsConfig, Any, Any]) -> None:
    """Two keys with one chrome would mean rendering too often; one for all, wrong links."""
    env, config, files, nav = stage
    chromes = render_chromes(KEYS, env, config, files, nav).by_key
    assert len(set(chromes.values())) == len(KEYS)


def test_rendering_chrome_leaves_no_page_active(stage: tuple[Any, MkDocsConfig, Any, Any]) -> None:
    env, config, files, nav = stage
    render_chromes(KEYS, env, config, files, nav)
    assert [page for page in nav.pages if page.active] == []
