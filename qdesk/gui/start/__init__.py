"""The start page: begin, or go on with a recent project."""
