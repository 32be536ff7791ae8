"""What pages tell machines of themselves, from the views that they show."""
