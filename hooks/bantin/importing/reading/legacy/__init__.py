"""Text of old Vietnamese encodings, whose letters stand on the places of Latin ones, to Unicode.

Knows characters and names of fonts. Knows no file and no format.
"""
