"""Where each known portal system keeps the parts of an item, a file of data for each system."""
