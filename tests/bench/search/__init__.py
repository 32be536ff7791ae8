"""The search benchmark: planted records, what must be found where, ours beside other searches."""
