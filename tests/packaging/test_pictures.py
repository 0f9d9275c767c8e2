"""The pictures of the help are as young as the window: every scene still shows the words it showed then."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HELP = ROOT / "resources" / "help"
LARGEST = 120_000
"""Bytes of a picture."""


def test_the_pictures_are_not_older_than_the_window():
    script = [sys.executable, str(ROOT / "packaging" / "screenshots.py"), "--check"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(script, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_scene_has_its_picture_and_every_picture_its_scene():
    scenes = json.loads((HELP / "pictures" / "words.json").read_text(encoding="utf-8"))
    pictures = [*(HELP / "pictures").glob("*.png"), HELP / "screenshot-coding.png"]
    assert sorted(scenes) == sorted(picture.stem for picture in pictures)


def test_pictures_are_small():
    for picture in HELP.rglob("*.png"):
        assert picture.stat().st_size <= LARGEST, picture.name
