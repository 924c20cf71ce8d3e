"""Trees in, values out. No Scrapy, network, clock or files in this room."""
