"""What the command line and the workspace have in common: reading, assessing and writing."""
