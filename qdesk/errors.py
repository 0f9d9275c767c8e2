"""The one exception that a user may see as a sentence."""


class QDeskError(Exception):
    """A known error, told in one plain sentence: what happened, what was kept, what to do.

    Anything else that is raised is a bug and reaches the crash dialog.
    """
