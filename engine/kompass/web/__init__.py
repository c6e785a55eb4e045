"""The workspace in a browser: pages over the store, the engine and the report."""
