"""One article page to one record."""
