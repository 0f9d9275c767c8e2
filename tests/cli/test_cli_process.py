"""Real processes: what is loaded, the bytes on standard output, figures drawn without a display."""

import os
import subprocess
import sys

import pytest
from cli_study import ANN

HEAVY = ("PySide6", "pyqtgraph", "docx", "nltk", "sqlite_utils", "lxml")


def start(*arguments, **environment):
    """Run the program; bytes in and out. The variables replace those of this process, None takes one out."""
    names = {**os.environ, **environment}
    names = {name: value for name, value in names.items() if value is not None}
    command = [sys.executable, "-m", "qdesk", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, env=names, check=False)


def test_help_and_list_load_nothing_heavy(coded):
    for arguments in (["--help"], ["list", str(coded), "codings"], ["table", "cooccurrence", str(coded)]):
        program = (
            f"import sys; sys.argv = ['qdesk', *{arguments}]\n"
            "from qdesk.__main__ import main\nassert main() == 0\n"
            f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
        )
        ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
        assert ran.stderr.strip() == b"[]"


@pytest.mark.parametrize("environment", [{"PYTHONIOENCODING": "cp1252"}, {"LC_ALL": "C"}])
def test_output_is_utf8_whatever_the_locale(project, environment):
    ran = start("show", project, "Ann", **environment)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, ANN.encode(), b"")
    ran = start("show", project, "Zoë", **environment)
    assert "There is no document “Zoë”" in ran.stderr.decode("utf-8")


def test_figures_are_drawn_without_a_display(coded, tmp_path):
    bare = {"DISPLAY": None, "WAYLAND_DISPLAY": None, "QT_QPA_PLATFORM": None}
    for suffix, start_of_file in (("png", b"\x89PNG"), ("svg", b"<?xml")):
        ran = start("chart", "cooccurrence", coded, tmp_path / f"x.{suffix}", **bare)
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert (tmp_path / f"x.{suffix}").read_bytes().startswith(start_of_file)
    assert start("export", "report", coded, tmp_path / "x.docx", **bare).returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a display")
def test_without_a_display_the_window_says_so(project):
    for arguments in ([], [project]):
        ran = start(*arguments, DISPLAY=None, WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None)
        assert ran.returncode == 1
        assert ran.stderr.startswith(b"qdesk: There is no display")


def test_a_reader_that_leaves_early_is_no_fault(coded):
    command = [sys.executable, "-m", "qdesk", "list", str(coded), "codings", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == b""


def test_where_qt_cannot_be_loaded_a_sentence_says_so(coded, tmp_path):
    out = tmp_path / "x.png"
    program = (
        f"import sys; sys.argv = ['qdesk', 'chart', 'cooccurrence', {str(coded)!r}, {str(out)!r}]\n"
        "sys.modules['PySide6'] = None\n"
        "from qdesk.__main__ import main\nsys.exit(main())"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert ran.returncode == 1
    assert ran.stderr.startswith(b"qdesk: Qt cannot be loaded")
    assert ran.stderr.count(b"\n") == 1
    assert not out.exists()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a disk that is always full")
def test_output_that_finds_no_room_is_one_sentence(coded):
    for arguments in (["list", coded, "codings"], ["history", coded], ["--help"]):
        command = [sys.executable, "-m", "qdesk", *map(str, arguments)]
        with open("/dev/full", "wb") as full:
            ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
        assert ran.returncode == 1
        assert ran.stderr.startswith(b"qdesk: The output could not be written (no space left on device)")
        assert ran.stderr.count(b"\n") == 1
