"""The condition language and its evaluators. They agree on every input."""
