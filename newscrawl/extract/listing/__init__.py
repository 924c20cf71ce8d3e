"""One listing page to its rows and the way to the next page."""
