"""Around the crawl: its books, its manners, its limits."""
