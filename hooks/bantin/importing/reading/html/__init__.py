"""Reads pages saved from portals, MHTML and pages that Word made: one capture for each.

Knows HTML and the portals' layouts. Knows no news, no documents and no record.
"""
