"""Around the crawl: its report, politeness and limits."""
