"""What every verb shares: something it names may be gone meanwhile, deleted in another window."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from qdesk.errors import QDeskError
from qdesk.gui.bus import Bus


def verb(act: Callable[..., Any]) -> Callable[..., Any]:
    """A gesture of the user: a known error before or beside its step is told, and the verb gives None."""

    @wraps(act)
    def carried_out(bus: Bus, *arguments: Any, **options: Any) -> Any:
        try:
            return act(bus, *arguments, **options)
        except QDeskError as error:
            bus.failed.emit(str(error))
            return None

    return carried_out
