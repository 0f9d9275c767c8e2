"""Floor 0: text as str and ints. No Qt, no SQL, no files."""
