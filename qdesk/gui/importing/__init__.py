"""Files and tables come in: looked at first, then stored as one step."""
