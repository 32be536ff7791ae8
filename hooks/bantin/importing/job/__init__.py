"""Brings in a folder of files: walks it, reads in confined processes, remembers every item."""
