"""One exhibit: a file offered becomes pages of a PDF, whatever it was; the file itself is never touched."""
