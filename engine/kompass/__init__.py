"""kompass: open, rules-based self-assessment of a municipality's management practice."""

__version__ = "0.1.0"
