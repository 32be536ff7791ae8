"""Brings captured portal texts in: bytes → lines → one proposed record each → files in docs/.

Decides nothing silently: every repair and every guess is listed for the editor.
"""
