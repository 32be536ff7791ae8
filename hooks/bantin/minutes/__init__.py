"""Reads minutes and notices: reporting periods, conclusions and deadlines.

Knows records and text; nothing of pages.
"""
