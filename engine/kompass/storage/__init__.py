"""The store of a workspace: answers, who gave them, and everything they have been."""
