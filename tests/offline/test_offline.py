"""Nothing needs a network and nothing reaches for one: a day without interfaces, and a day under strace."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

DAY = [sys.executable, str(Path(__file__).parent / "offline_day.py")]
ROOT = Path(__file__).parents[2]
pytestmark = [pytest.mark.journey, pytest.mark.skipif(sys.platform != "linux", reason="unshare and strace are Linux's")]
LOCAL = {"AF_UNIX", "AF_LOCAL"}


def works(*command):
    """Whether a tool is there and may be used here."""
    return (
        shutil.which(command[0]) is not None and subprocess.run([*command, "true"], capture_output=True).returncode == 0
    )


def spend(prefix, folder):
    """The day, behind a tool; fails with what it said."""
    folder.mkdir(exist_ok=True)
    done = subprocess.run([*prefix, *DAY, str(folder)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]


def test_a_day_without_a_network(tmp_path):
    unshare = next((words for words in (["unshare", "-n"], ["unshare", "-rn"]) if works(*words)), None)
    if unshare is None:
        pytest.skip("unshare is lacking or not allowed here")
    spend(unshare, tmp_path / "day")


def test_only_local_sockets(tmp_path):
    log = tmp_path / "strace.log"
    strace = ["strace", "-f", "-qq", "-e", "trace=network", "-o", str(log)]
    if not works(*strace):
        pytest.skip("strace is lacking or not allowed here")
    spend(strace, tmp_path / "day")
    families = set(re.findall(r"socket(?:pair)?\((\w+)", log.read_text()))
    assert families
    assert families <= LOCAL
    assert not re.findall(r"sa_family=AF_INET6?", log.read_text())
