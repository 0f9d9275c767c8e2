"""README stays true: its paths are there, its scripts can be run, its commands exist."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\((?!http)([^)]+)\)|`((?:\./)?packaging/[\w.]+)", README))))
def test_paths(path):
    assert (ROOT / "".join(path)).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")
@pytest.mark.parametrize("script", ["bootstrap.sh", "start.sh", "start.command", "test.sh"])
def test_scripts(script):
    path = ROOT / "packaging" / script
    assert os.access(path, os.X_OK)
    subprocess.run(["sh", "-n", str(path)], check=True)


def test_commands():
    shown = set(re.findall(r"^ {4}qdesk ([a-z]+)\b(?! *the window)", README, re.M))
    done = subprocess.run(
        [sys.executable, "-m", "qdesk", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert shown
    assert shown <= set(re.findall(r"^  ([a-z]+)  ", done.stdout, re.M))
