"""Vietnamese text: normal form, folding, tones, slugs, dates, numbers, abbreviations, order.

Pure functions on strings; nothing here knows what a record is.
"""
