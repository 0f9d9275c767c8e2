"""Who writes to a project: each window or command has a row, so an undo can name whose step it takes back."""

import os
import socket
import sqlite3
from datetime import UTC, datetime
from typing import Literal

SessionKind = Literal["window", "command"]


def now() -> str:
    """The present moment, ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def begin_session(db: sqlite3.Connection, kind: SessionKind) -> int:
    """Register this window or command; called with its first write."""
    cursor = db.execute(
        "INSERT INTO history_session(kind, host, pid, opened) VALUES (?, ?, ?, ?)",
        (kind, socket.gethostname(), os.getpid(), now()),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def end_session(db: sqlite3.Connection, session: int) -> None:
    """Note that a session has closed."""
    db.execute("UPDATE history_session SET closed = ? WHERE id = ?", (now(), session))


def other_open_window(db: sqlite3.Connection, session: int, mine: int | None) -> str | None:
    """What to call the window that owns a session, if it is another's and still open; else None."""
    if session == mine:
        return None
    kind, host, pid, opened, closed = db.execute(
        "SELECT kind, host, pid, opened, closed FROM history_session WHERE id = ?", (session,)
    ).fetchone()
    if kind != "window" or closed or (host == socket.gethostname() and not _is_alive(pid)):
        return None
    since = datetime.fromisoformat(opened).astimezone().strftime("%H:%M")
    return f"the window opened at {since}" + ("" if host == socket.gethostname() else f" on {host}")


def _is_alive(pid: int) -> bool:
    if os.name == "nt":
        return _is_alive_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _is_alive_on_windows(pid: int) -> bool:
    import ctypes

    query_limited_information, still_active = 0x1000, 259
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore]
    handle = kernel.OpenProcess(query_limited_information, False, pid)
    if not handle:
        return False
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == still_active
