"""The guided tour: seven steps on the real widgets of the window, which can be left and resumed."""
