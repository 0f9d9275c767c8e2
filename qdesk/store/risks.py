"""Folders in which a project file is at risk: shared by a network or copied by a cloud program while it is written."""

import os
import re
import subprocess
import sys
from pathlib import Path

_CLOUDS = {
    "OneDrive": r"onedrive( - .+)?|onedrive-.+",
    "Dropbox": r"dropbox( \(.+\))?|dropbox-.+",
    "iCloud Drive": r"iclouddrive|icloud drive|com~apple~clouddocs|mobile documents",
    "Google Drive": r"google ?drive|googledrive-.+|my drive",
    "Box": r"box|box-box",
    "Nextcloud": r"nextcloud|owncloud",
}
_NETWORKS = ("nfs", "cifs", "smb", "afp", "ncp", "9p", "davfs", "webdav", "sshfs", "gvfs", "afs")


def risky_place(path: Path) -> str:
    """A warning in plain words if a project at this path is in danger, else ""."""
    for part in path.absolute().parent.parts:
        for cloud, pattern in _CLOUDS.items():
            if re.fullmatch(pattern, part, re.IGNORECASE):
                return (
                    f"This project lies in a {cloud} folder. Its copying can damage an open project and puts "
                    "confidential text on foreign computers: keep it in a folder of its own."
                )
    if _is_on_network(path.absolute().parent):
        return (
            "This project lies on a network folder. A broken connection can damage an open project: "
            "work on a copy on this computer."
        )
    return ""


def _is_on_network(folder: Path) -> bool:
    if os.name == "nt":
        return _is_on_windows_network(folder)
    kinds = _mac_mounts() if sys.platform == "darwin" else _linux_mounts()
    real = Path(os.path.realpath(folder))
    mounted = [place for place in kinds if real.is_relative_to(place)]
    nearest = max(mounted, key=lambda place: len(Path(place).parts), default=None)
    return nearest is not None and any(network in kinds[nearest] for network in _NETWORKS)


def _linux_mounts() -> dict[str, str]:
    """File system kinds by mount point."""
    try:
        lines = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    fields = [line.split() for line in lines]
    return {re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), place): kind for _, place, kind, *_ in fields}


def _mac_mounts() -> dict[str, str]:
    told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False).stdout
    return dict(re.findall(r"^.+? on (.+) \((\w+)", told, re.MULTILINE))


def _is_on_windows_network(folder: Path) -> bool:
    import ctypes

    remote = 4
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore]
    return folder.drive.startswith("\\\\") or kernel.GetDriveTypeW(folder.anchor) == remote
