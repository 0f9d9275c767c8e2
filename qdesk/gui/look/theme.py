"""The look in force: one object per application that every painter asks and that says when it changed."""

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from qdesk.gui.look.focus import FocusRings
from qdesk.gui.look.palette import palette_of
from qdesk.gui.look.sheet import sheet_of
from qdesk.gui.look.style import DeskStyle
from qdesk.gui.look.tokens import DARK, LIGHT, Tokens

Setting = Literal["system", "light", "dark"]


class Look(QObject):
    """Light or dark, and the size of everything (View > Size). ``changed`` fires after either changed.

    The setting is ours, not Qt's: ``QStyleHints.setColorScheme`` does nothing on several Linux desktops. The caller
    keeps it between sessions.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens: Tokens = LIGHT
        self.scale: float = 1.0
        self.setting: Setting = "light"
        self.ui_family = ""
        self.transcript_family = ""
        self._app: QApplication | None = None

    def apply(self, app: QApplication) -> None:
        """Dress the application; every later switch dresses it again. Call once, before the first window."""
        self._app = app
        self._style = DeskStyle(self)
        self._rings = FocusRings(app, self)
        app.setStyle(self._style)
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._dress()

    def px(self, size: float) -> int:
        """Logical pixels of a size that LOOK gives at 100 %."""
        return round(size * self.scale)

    def set_theme(self, setting: Setting) -> None:
        """Follow the system, or stay light or dark. An unknown scheme of the system counts as light."""
        self.setting = setting
        self._switch(self._system_is_dark() if setting == "system" else setting == "dark")

    def set_dark(self, dark: bool) -> None:
        """Switch between light and dark."""
        self.set_theme("dark" if dark else "light")

    def set_scale(self, scale: float) -> None:
        """Set the size of everything, 0.75 to 2."""
        self.scale = min(2.0, max(0.75, scale))
        self._dress()

    def set_families(self, ui: str = "", transcript: str = "") -> None:
        """Choose installed font families; "" is the system's for the window, the first of our list for transcripts."""
        self.ui_family, self.transcript_family = ui, transcript
        self._dress()

    def ui_face(self) -> QFont:
        """The window's font at 13 px (scaled): the chosen family, else the system's."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        if self.ui_family:
            font.setFamilies([self.ui_family])
        font.setPixelSize(self.px(13))
        return font

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        """Dress again in any case: with a new scheme Qt may bring the platform's fonts back."""
        self._switch(scheme == Qt.ColorScheme.Dark if self.setting == "system" else self.tokens.dark)

    def _system_is_dark(self) -> bool:
        return self._app is not None and self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _switch(self, dark: bool) -> None:
        self.tokens = DARK if dark else LIGHT
        self._dress()

    def _dress(self) -> None:
        """Palette first, then the sheet: styled widgets keep the old colours until the sheet is set again."""
        if self._app is not None:
            self._app.setPalette(palette_of(self.tokens))
            self._app.setFont(self.ui_face())
            self._app.setStyleSheet(sheet_of(self.tokens, self.scale))
        self.changed.emit()


look = Look()
