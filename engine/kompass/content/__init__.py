"""Where content lives and how it is read, checked and kept."""
