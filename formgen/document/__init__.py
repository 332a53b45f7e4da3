"""What a paper says: plain, typed values; no fonts, no pages, no files."""
