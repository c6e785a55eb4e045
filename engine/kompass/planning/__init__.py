"""Choosing and ordering next steps: states, greedy and exact search, programme, follow-up."""
