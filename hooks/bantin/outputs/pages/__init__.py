"""Pages of one thing each: a record, a body, a person, a meeting; home and components."""
