"""The quotes dock: every number of the window opens its quotes here, every quote its place."""
