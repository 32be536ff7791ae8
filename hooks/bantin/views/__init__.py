"""Counts views from the access logs of web servers, by COUNTER's rules, for an editor.

Changes no record and no page. Keeps no address of a visitor: docs/ holds numbers alone. The ledger
beside it holds keyed digests and stays on this machine.
"""
