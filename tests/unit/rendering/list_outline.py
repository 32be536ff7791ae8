"""What stands in which list of a page's HTML, in one line that a person can read."""

from __future__ import annotations

from html.parser import HTMLParser

_BLOCKS = {"p", "pre", "table", "hr", "h1", "h2", "h3"}


def outline(html: str) -> str:
    """Return the nesting of lists in HTML, as `list_shapes` writes it."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.outline()


def words(html: str) -> list[str]:
    """Return the words of HTML in order, printed numbers and bullets among them."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return " ".join(reader.words).split()


class _Reader(HTMLParser):
    """Numbers items as a browser does."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._parts: list[list[str]] = [[]]
        # Of each open list: the number of the next item; None for bullets, "" where marks are text.
        self._next: list[int | str | None] = []
        self._marks: list[str] = []
        self._in_mark = False
        self._tables = 0

    def outline(self) -> str:
        return " ".join(self._parts[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("ol", "ul", "blockquote"):
            self._parts.append([])
        if tag == "ol":
            is_text = given.get("class") == "vn-list"
            self._next.append("" if is_text else int(given.get("start") or 1))
        elif tag == "ul":
            self._next.append(None)
        elif tag == "li":
            number = self._next[-1]
            if isinstance(number, int):
                number = int(given.get("value") or number)
                self._next[-1] = number + 1
                self._marks.append(f"{number}.")
            else:
                self._marks.append("-" if number is None else "")
            self.words.append(self._marks[-1])
            self._parts.append([])
        elif tag == "span" and given.get("class") == "vn-mark":
            self._in_mark = True
        elif tag in _BLOCKS and not self._tables:
            self._parts[-1].append(tag)
        self._tables += tag == "table"

    def handle_endtag(self, tag: str) -> None:
        self._tables -= tag == "table"
        if tag in ("ol", "ul"):
            self._next.pop()
            items = self._parts.pop()
            self._parts[-1].append(f"[{' '.join(items)}]")
        elif tag == "blockquote":
            inner = self._parts.pop()
            self._parts[-1].append(f"quote({' '.join(inner)})")
        elif tag == "li":
            inner = self._parts.pop()
            # The first paragraph is the item's own text.
            inner = inner[1:] if inner[:1] == ["p"] else inner
            self._parts[-1].append(self._marks.pop() + (f"({' '.join(inner)})" if inner else ""))
        elif tag == "span":
            self._in_mark = False

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self._in_mark:
            self._marks[-1] += data
