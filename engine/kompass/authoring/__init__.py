"""Tools for those who write content: checks, author cases, profiles, statistics."""
