"""How a paper looks: a document handed over becomes a finished file."""
