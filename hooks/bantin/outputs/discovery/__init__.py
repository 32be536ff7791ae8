"""What machines find the site by: feeds, sitemaps, robots, search entries."""
