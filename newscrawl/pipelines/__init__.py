"""Page in, Article out: extract 100 -> validate 200 -> store 300."""
