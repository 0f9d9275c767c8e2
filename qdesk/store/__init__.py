"""Floor 1: the project file. The only floor with SQL."""
