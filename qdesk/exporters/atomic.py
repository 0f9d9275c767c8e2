"""Writing a file so that it is whole or not there: beside its place first, then renamed."""

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from qdesk.errors import QDeskError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {errno.ENOENT, errno.ENOTDIR}


def write_file(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write ``data`` to ``path``, whole or not at all; what lies there is replaced only with ``force``.

    Raises QDeskError if a file is there (without ``force``) or is open in Word or LibreOffice, if the folder is missing
    or may not be written to, or if the disk is full. Whatever was there before is then untouched.
    """
    path = path.resolve()
    beside = path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}.part")
    try:
        _refuse(path, force)
        with open(beside, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except OSError as error:
        raise QDeskError(_sentence(path, error)) from error
    finally:
        with suppress(OSError):  # gone already, or gone with its folder
            beside.unlink()


def _refuse(path: Path, force: bool) -> None:
    if os.path.isdir(path):
        raise QDeskError(f"{path} is a folder, so nothing was written; give the name of a file.")
    if not os.path.lexists(path):
        return
    if not force:
        raise QDeskError(
            f"{path.name} is there already and was left as it is; choose another name or allow it to be replaced."
        )
    for lock in (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#"):
        if os.path.exists(path.with_name(lock)):
            raise QDeskError(
                f"{path.name} is open in Word or LibreOffice and was left as it is; close it there and export again "
                f"(if it is not open, delete {lock} beside it)."
            )


def _sentence(path: Path, error: OSError) -> str:
    if error.errno in _FULL:
        return f"The disk is full, so {path.name} was not written; make room or choose another disk."
    if error.errno in _GONE:
        return f"There is no folder {path.parent}, so {path.name} was not written; make the folder or choose another."
    if error.errno == errno.ENAMETOOLONG:
        return f"The name {path.name[:40]}… is too long, so nothing was written; choose a shorter one."
    if error.errno in _READ_ONLY and os.path.exists(path):
        return f"{path.name} is open elsewhere or protected and was left as it is; close it or choose another name."
    if error.errno in _READ_ONLY:
        return f"The folder {path.parent} may not be written to, so {path.name} was not written; choose another folder."
    return f"{path.name} could not be written ({error.strerror}); choose another place."
