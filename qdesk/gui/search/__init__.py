"""The search tab: find in all interviews, look at every place in its context, code what was found; and find in one."""
