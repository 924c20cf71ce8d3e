"""Strings in, values out: charset, white space, labels, people, dates, addresses, language."""
