"""Files in, a case out: reading what a person typed, or saying what is wrong and where."""
