"""Readers of tables: CSV, JSON and spreadsheets; each row is an item, columns are its fields.

An editor confirms first what the columns are. Knows no news and no document.
"""
