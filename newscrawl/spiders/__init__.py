"""The spiders: thin, async, no rules of extraction."""
