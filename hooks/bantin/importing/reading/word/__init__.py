"""Readers of office files: Word's old and new formats, OpenDocument, RTF.

Each makes its file into parts (`parts.py`); `assembling.py` makes parts into a capture. So tables,
captions, boxes, old fonts are judged alike. No macro is ever run.
"""
