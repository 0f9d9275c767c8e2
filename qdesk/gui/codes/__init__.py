"""The code tree: codes and themes in one tree, arranged by dragging, with their counts."""
