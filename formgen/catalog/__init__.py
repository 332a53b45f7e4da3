"""Law and papers as data: reads and checks `form_templates/`, and an office's own folder before it."""
