"""Names of files, without their endings, that go wrong where somebody forgets to escape."""

from __future__ import annotations

# The last one leaves no more than one byte of the 255 that a name may have.
STEMS = [
    *("bao cao", "số #1", "100%", "50%25", "a%20b", "a?b", "a&b", "a&amp;b", "a+b", "a'b", 'a"b'),
    *("a (b)", "a_(b)", "tệp đính kèm", "[a]", "a;b=c", "a,b", "~a", "a:b", "@a", "a\\b", "<a>"),
    *("{a}", "{{ a }}", "a|b", "!a", "$a", "*a*", "_a_", "`a`", "a^b", "-a", "a..b", "日本", "😀"),
    "đ" * 125,
]
