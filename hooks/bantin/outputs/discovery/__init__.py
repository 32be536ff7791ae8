"""What machines find the site by: feeds, sitemaps, metadata, robots, search entries."""
