"""One set of papers: put into its folder whole, or not at all, and nothing of anybody's lost."""
