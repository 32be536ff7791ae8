"""Files that let machines find the pages: feeds, sitemaps, robots, search entries."""
