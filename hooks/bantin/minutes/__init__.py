"""What minutes and conclusions say: the spans they report on, their items and deadlines.

Knows records and text; nothing of pages.
"""
