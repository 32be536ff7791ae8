"""The review list: every imported record that waits for an editor, beside its original.

Knows the ledger's items and docs/; changes nothing but the status of a record that is accepted.
"""
