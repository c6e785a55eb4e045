"""Reading and checking what comes in."""
