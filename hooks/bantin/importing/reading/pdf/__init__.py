"""Reads PDF files: glyphs with places, stamps of signatures, tables, pictures, scanned pages."""
