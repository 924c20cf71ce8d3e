"""The corpus in other formats. The JSON Lines of a crawl are the records themselves."""
