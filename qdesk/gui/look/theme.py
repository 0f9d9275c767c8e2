"""The look in force: one object per application that every painter asks and that says when it changed."""

from PySide6.QtCore import QObject, Signal

from qdesk.gui.look.tokens import DARK, LIGHT, Tokens


class Look(QObject):
    """Light or dark, and the size of everything (View > Size). ``changed`` fires after either changed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens: Tokens = LIGHT
        self.scale: float = 1.0

    def px(self, size: float) -> int:
        """Logical pixels of a size that LOOK gives at 100 %."""
        return round(size * self.scale)

    def set_dark(self, dark: bool) -> None:
        """Switch between light and dark."""
        self.tokens = DARK if dark else LIGHT
        self.changed.emit()

    def set_scale(self, scale: float) -> None:
        """Set the size of everything, 0.75 to 2."""
        self.scale = min(2.0, max(0.75, scale))
        self.changed.emit()


look = Look()
