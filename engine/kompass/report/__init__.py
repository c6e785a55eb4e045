"""What people read: results as text and Markdown."""
