"""Brings captured portal texts in: bytes → lines → one proposed record each → files in docs/.

Decides nothing silently: the editor gets a list of every repair and every guess.
"""
