"""Text as it stands on the page: which typeface draws it, how wide it is, and how it goes into the PDF."""
