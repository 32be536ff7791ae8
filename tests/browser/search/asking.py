"""Ask the engine itself in a page: a query in, its answer out. Knows no box and no records."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

ASK = """async ([query, options]) => {
    const { openSearch } = await import("./assets/bantin/search/engine.js");
    globalThis.search ??= openSearch(document.baseURI, { way: "#:~:text=" });
    const answer = await search(query, options ?? {});
    const root = document.baseURI;
    for (const hit of answer.hits) {
        [hit.url, hit.place] = hit.url.replace(root, "").split("#");
    }
    return answer;
}"""


def ask(page: Page, query: str, **options: Any) -> dict[str, Any]:
    answer: dict[str, Any] = page.evaluate(ASK, [query, options])
    return answer


def urls(answer: dict[str, Any]) -> list[str]:
    return [hit["url"] for hit in answer["hits"]]


def flat(parts: list[dict[str, Any]]) -> str:
    return "".join(f"[{part['text']}]" if part["mark"] else part["text"] for part in parts)
