"""Markdown of every kind, for tests that hold a converter equal to stock Python-Markdown."""

from __future__ import annotations

from hypothesis import strategies as st

# One construct each, and what only looks like one.
SAMPLES = (
    "",
    "\n \n",
    "Ban Vì sự tiến bộ của phụ nữ họp phiên 9 tháng đầu năm 2021.",
    "Một dòng\nhai dòng\n\nđoạn hai: số 405/TB-VP.UBND, ngày 25-10; 14:30.",
    "Khoảng\u00a0trắng\u00a0không ngắt, gạch–nối, “ngoặc”, ‘đơn’, chấm… ₫ và 🙂 trong câu",
    "a\u200bb\ufeffc\u2028d\u0085e\x0bf\x0cg\x00h",
    "nhẫm chữ: U+265B \u265b, U+2A60 \u2a60, U+5F5C \u5f5c, U+263C \u263c",
    "*một* _hai_ **ba** __bốn__ ***năm*** ___sáu___ *bảy **tám** chín*",
    "**a*b** *c**d* ***e**f* *g **h*** _i*j_k* _l __m__ n_ **_o_** *__p__*",
    "snake_case_name và a*b*c, 2 * 3 * 4, * một, *hai, ba*, **bốn, năm__ _ *",
    "trích *dở dang\n\nsang *đoạn khác*",
    r"\*sao\* \_gạch\_ \` \[a\](b) \! \\ \# \q \< \& \{ \: cuối\ ".strip(),
    "C:\\thu_muc\\tep.txt \\\\ chủ\\",
    "`mã` ``hai ` dấu`` `dở ``` x ` `` `*không nhấn*` \\`không mã\\` \\\\`mã` `<b> & \\`",
    "[chữ](a.md) [chữ *nhấn*](b.md 'tên') [c](<d e.pdf> \"tên\") [](x) [trống]() [g]( h )",
    '[a](b(c)d) [a](b "c"d") [a](b\'c\') [a [b](c) d](e) [a](b [c](d',
    (
        '![ảnh](a.png) ![*nhấn*](b.png "tên") ![c][d] ![d] !\\[e](f) ! [g](h) '
        "[![i](j)](k)\n\n[d]: d.png 'D'"
    ),
    (
        "[một][1] [hai] [2] [ba][] [bốn]\n[5] [năm][thiếu] [thiếu]\n\n[1]: a.md\n[2]: <b.md> "
        "(tên)\n[ba]: c\n  'tên'"
    ),
    "chữ trước\n[x]: a.md\nchữ sau\n[y]: b.md\n\n[x] [y] [X]",
    "[ ]: a\n\n[]: b\n\n[c]:\n\n[d] : e\n\n[f]:g",
    (
        "<https://tinh.example/a_b?c=*d*&e> <ftp://x.y> <a@b.example> <mailto:c.d@e.example> "
        "https://x.y/_a_"
    ),
    "a@b.example, http://x.y, <không phải thẻ>, < a>, <>, </>, <@>, <a@>, x://y, <x:y>, a < b > c",
    "&amp; &copy; &#38; &#x26; &nbsp; &không; & &; &a &&b; A&B; AT&T R&D &amp;lt; \\&amp;",
    "] [ [] ) ( [] () ![ !] [^ [^] ^ : :: {} { } | | ~ ~~ # - + = . ! ? @ & < > \\ ` * _",
    "hết dòng  \nngắt, ba   \nngắt, một \nkhông, cuối  ",
    "đoạn  \n  thụt  \n\n  \nđoạn",
    (
        "chữ <b>đậm *nhấn*</b> <br> <br/> <a href='x' title=\"y & z\">t</a> <!-- ghi * chú "
        "--> <?php a ?> <![CDATA[b]]>"
    ),
    (
        "<div>\n*không đổi*\n</div>\n\n<p class='x'>a</p> sau\n\n<!-- một\n\nhai -->\n\n"
        "<hr>\n<table><tr><td>1</td></tr></table>"
    ),
    (
        "<div markdown='1'>\n*đổi*?\n</div>\n\n<script>if (a < b && c) { d() }</script>\n\n"
        "<pre>x  \n*y*</pre>"
    ),
    "<div>\nkhông đóng\n\n*a*",
    "a <b không đóng\n\nc > d\n\n<!-- không đóng\n\n*e*",
    (
        "# Một\n## Hai ##\n### Ba {#ba .lop}\nchữ\n#### # Bốn\n####### Bảy\n#Năm\n \\# Sáu\n"
        "a # b\n# *Nhấn* `mã` [l](m)"
    ),
    "Một\n===\nHai\n---\n\nBa *nhấn*\n=\nbốn\n\n===\n\na = b\n-\n\n- \n==",
    "# Trùng\n\n# Trùng\n\n# \n\n# Đ & <b>e</b> [^1]\n\n[^1]: f",
    "một *hai*\n\n[TOC]\n\nba",
    "[TOC]\n\n# A\n\n## B\n\n### C {data-toc-label='Khác'}\n\n## D",
    "- một\n- hai\n    - ba\n        - bốn\n\n    đoạn\n- năm\n\n* sáu\n+ bảy\n-tám",
    "1. một\n2. hai\n   thụt\n    1. ba\n\n3. bốn\n\n5) năm\n\n7. bảy\n- tám",
    "1. một\n\n    đoạn hai\n\n        mã\n\n2. - lồng\n   - nhau\n\nchữ\n3. không phải mục",
    "- # tiêu đề\n  chữ\n- > trích\n- | a |\n- ---\n\n      mã",
    "> trích\ntiếp\n> > lồng\n\n> - mục\n> - mục\n\n>    mã\nkhông > phải\na\n> trích giữa đoạn",
    "    mã <b> & *a*\n\n    mã  tiếp  \n\n\tmã tab\n\nchữ\n    không phải mã",
    "***\n\n---\n\n___\n\n- - -\n\n* * *\n\n_ _ _\n\n--\n\n-- -\n\na\n***\nb\n---\nc\n___\n-_-",
    (
        "| A | B |\n|---|:-:|\n| *a* | `b|c` |\n| \\| | d |\n\nA | B\n--|--:\n1 | 2\n3\n\n"
        "|x|\n|-|\n|y|"
    ),
    "a | b\n\na | b\n- | c\n\n| không |\n| bảng |\n\na|b\n-|-",
    (
        "câu[^1] và[^dài] và[^1] và[^thiếu] và [^] và [ ^2]\n\n[^1]: ghi *chú*\n[^dài]: một\n"
        "\n    hai\n\n        mã\n\n[^ x]: y"
    ),
    "chữ\n[^1]: giữa đoạn\ntiếp\n\n[^1] [^1]: không\n\n///Footnotes Go Here///\n\nsau",
    (
        "đoạn\n{: .lop #ma khoa=gia 'x' }\n\n*nhấn*{: .do } [l](m){target=_blank} {x} { : y} "
        "{:}\n\n- mục\n{: .m }\n\n| a {.b} |\n|---|\n| c |"
    ),
    '# Tiêu đề {: #rieng .x data-a="b c" checked }\n\nchữ {không phải} }{ {{a}}\n\n> trích\n{: .t}',
    "*nhấn*{: .do } và `mã`{#ma}",
    "# Tiêu đề *nhấn* {.lop}\n\n- mục *nhấn*\n{.lop}",
    # One sign at a time, with nothing else to give it away.
    "a\x02b",
    "a\x03b",
    "a\r\nb\rc",
    "a\tb",
    "a\n \nb",
    ">a",
    "a <br> b",
    "a ![b]\n\n[b]: c",
    "a &#38; b",
    "a <b@c>",
    "a\tb\n\tc\n \td\r\ne\rf\n \n\n   \ng\n  h",
    "\x02klzzwxh:0000\x03 \x02wzxhzdk:0\x03 \x0242\x03 \x02amp\x03 klzzwxh:0000 wzxhzdk:0",
    '*nhấn `mã` [liên **kết** <b>x</b>](a_b_c "t*t*") &amp; ![ảnh _a_](b)* cuối_',
    (
        "[*a*](b*c*d) *[e](f)* **[g][1]** `*h*` *`i`* <u>*j*</u> *<u>k</u>* *l\\*m* "
        "[n\\]o](p)\n\n[1]: q_r_s"
    ),
)

# Signs that begin or end markup, and words and white space to put between them.
SIGNS = tuple(
    "\\ ` `` * ** *** _ __ [ ] ( ) ]( ][ ]: [^1] [^1]: ! ![ < > </ <b> </b> <br> <!-- --> <div> "
    "</div> & &amp; &#38; ; : :// @ <http://a.b> <a@b.c> { } {: .x} {#y} | |- # ## - + = --- === "
    "1. 2. [TOC] ' \" / . , ^ ? ~".split()
)
WORDS = ("a", "chữ", "Đắk Nông", "tệp_mẫu", "2*3", "x\u00a0y", "\u1e5b\u265b\u5f2a", "405/TB-VP")
SPACES = (
    " ",
    " ",
    "\n",
    "\n\n",
    "  \n",
    "    ",
    "\t",
    "\n    ",
    "\n> ",
    "\n- ",
    "\n# ",
    "\n1. ",
    "",
)

_plain = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
_marked = st.lists(st.sampled_from(SIGNS + WORDS + SPACES), max_size=14).map("".join)

# Paragraphs that hold markup beside others that do not; real constructs beside debris.
documents = st.lists(st.one_of(_plain, _marked, st.sampled_from(SAMPLES)), max_size=6).map(
    "\n\n".join
)
# No shape at all.
debris = st.text(
    alphabet="ab \n\t\r\\`*_[]()!<>&;:@/{}|#-+=.1^~'\"?$ạĐ\u00a0\u265b\x02\x03", max_size=80
)
