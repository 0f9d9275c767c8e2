"""Small parts in the look that every panel is made of; none knows the project."""
