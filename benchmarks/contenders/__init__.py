"""Programs that crawl the made-up institute, each as `python FILE LISTING_URL OUT.jsonl`.

They import nothing of this project: peers run them under an interpreter of their own.
"""
