"""A wheel built here is whole: unpacked elsewhere it does the main job with nothing of the checkout in reach."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    """The folder of an unpacked wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, capture_output=True, check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as package:
        package.extractall(folder / "site")
    return folder / "site"


@pytest.mark.parametrize("folder", ["resources", "sample_projects"])
def test_files_that_travel(unpacked, folder):
    def names(top):
        return {str(path.relative_to(top)) for path in (top / folder).rglob("*") if path.is_file()}

    assert names(ROOT)
    assert names(ROOT) <= names(unpacked / "qdesk")


def test_the_main_job(unpacked, tmp_path):
    def qdesk(*arguments):
        environment = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
        done = subprocess.run(
            [sys.executable, "-P", "-c", "import sys; from qdesk.__main__ import main; sys.exit(main())", *arguments],
            cwd=tmp_path, env=environment | {"PYTHONPATH": str(unpacked)}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert done.stderr == ""
        return done.stdout.splitlines()

    study = qdesk("sample", "studies")[-1]
    qdesk("export", "report", study, "report.docx")
    qdesk("chart", "cooccurrence", study, "chart.png")
    assert qdesk("check", study) == ["ok"]
    assert len(docx.Document(tmp_path / "report.docx").tables) >= 2
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
