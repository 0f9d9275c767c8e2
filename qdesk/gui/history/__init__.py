"""The History panel: every step of the project, and the way back to any of them."""
