"""Frozen values the rest of kompass speaks in. No input or output happens here."""
