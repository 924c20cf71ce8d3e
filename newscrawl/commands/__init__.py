"""What the `scrapy` command does otherwise where this project's settings hold."""
