"""The verbs of the window: each names its step, calls the store once and says what it did."""
