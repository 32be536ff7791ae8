"""Readers of foreign formats: each makes a file into captures, the one neutral value.

Know formats, characters and layouts. Know no news, no documents and no record.
"""
