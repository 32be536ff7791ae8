"""Pages about one thing: a record, a body, a person, a meeting; the home page, components."""
