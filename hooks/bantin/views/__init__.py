"""Counts views from the access logs of web servers, by COUNTER's rules, for an editor.

Changes no record and no page. Keeps no address of a visitor: in docs/ stand numbers alone, and the
ledger beside it, which is for this machine only, holds keyed digests.
"""
