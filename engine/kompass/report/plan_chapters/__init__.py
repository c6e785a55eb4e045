"""What a plan's document and its page in the terminal say, before anything has a format."""
