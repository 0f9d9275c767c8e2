"""Folders in which a project is in danger."""

from pathlib import Path

import pytest

from qdesk.store import risks
from qdesk.store.risks import risky_place


@pytest.mark.parametrize(
    ("folder", "cloud"),
    [
        ("/home/u/Dropbox/study", "Dropbox"),
        ("/home/u/Dropbox (University)", "Dropbox"),
        ("/mnt/c/Users/u/OneDrive - University of X", "OneDrive"),
        ("/Users/u/Library/CloudStorage/OneDrive-Uni", "OneDrive"),
        ("/Users/u/Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud Drive"),
        ("/Users/u/Library/CloudStorage/GoogleDrive-u@example.org/My Drive", "Google Drive"),
        ("/home/u/Nextcloud", "Nextcloud"),
    ],
)
def test_a_cloud_folder_is_named(folder: str, cloud: str) -> None:
    assert f"lies in a {cloud} folder" in risky_place(Path(folder) / "study.qdesk")


@pytest.mark.parametrize("folder", ["/home/u/studies", "/home/u/dropboxes", "/home/u/boxes", "/home/u/Dropbox notes"])
def test_an_own_folder_is_fine(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(risks, "_linux_mounts", lambda: {"/": "ext4"})
    assert risky_place(Path(folder) / "study.qdesk") == ""


@pytest.mark.parametrize(("kind", "risky"), [("nfs4", True), ("cifs", True), ("fuse.sshfs", True), ("ext4", False)])
def test_a_network_folder_is_told(kind: str, risky: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = {"/": "ext4", str(tmp_path / "share"): kind}
    monkeypatch.setattr(risks, "_linux_mounts", lambda: mounts)
    monkeypatch.setattr(risks.sys, "platform", "linux")
    assert ("network folder" in risky_place(tmp_path / "share" / "deep" / "study.qdesk")) is risky
    assert risky_place(tmp_path / "study.qdesk") == ""
