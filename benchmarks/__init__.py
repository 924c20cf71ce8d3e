"""Speed and quality of newscrawl beside its peers; each module prints ratios of one run."""
