"""From answers to ratings, points, findings and next steps."""
