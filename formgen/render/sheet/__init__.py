"""The chronology's sheets: its drawn timeline, and its table with head and foot on every page."""
