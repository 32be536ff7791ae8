"""The control words of RTF that its reader knows, by what they do."""

from __future__ import annotations

from bantin.importing.reading.word.rtf_state import RtfPlace

SIGNS = {
    "tab": "\t", "line": "\n", "page": "\n", "column": "\n", "emdash": "—", "endash": "–",
    "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”",
}  # fmt: skip
SYMBOLS = {"~": "\u00a0", "-": "\u00ad", "_": "-", "{": "{", "}": "}", "\\": "\\"}
SKIPPED = frozenset(
    "colortbl info listtable listoverridetable rsidtbl generator themedata colorschememapping "
    "latentstyles nonshppict shprslt objdata objclass objname filetbl pgptbl revtbl xmlnstbl "
    "nonesttables bkmkstart bkmkend tc xe atnid atnauthor atntime atnicn atnref atndate annotation "
    "datafield picprop pn pnseclvl ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn fldtype "
    "template mmathPr wgrffmtfilter datastore docvar userprops".split()
)
PLACES = {
    "fonttbl": RtfPlace.FONTS, "stylesheet": RtfPlace.STYLES, "pict": RtfPlace.PICTURE,
    "fldinst": RtfPlace.INSTRUCTION, "listtext": RtfPlace.MARK, "pntext": RtfPlace.MARK,
    "shpinst": RtfPlace.SHAPE, "do": RtfPlace.SHAPE, "sn": RtfPlace.SHAPE_NAME,
    "sv": RtfPlace.SHAPE_VALUE,
}  # fmt: skip
# Groups marked as to be passed over by who does not know them; we do.
TRANSPARENT = ("shppict", "nesttableprops", "ud")
STORIES = {
    "footnote": "note", "shptxt": "box", "dptxbxtext": "box",
    **{
        f"{what}{side}": "margin" for what in ("header", "footer") for side in ("", "l", "r", "f")
    },
}  # fmt: skip
LINES = (
    "brdrs",
    "brdrth",
    "brdrdb",
    "brdrdot",
    "brdrdash",
    "brdrhair",
    "brdrdashsm",
    "brdrtriple",
)
