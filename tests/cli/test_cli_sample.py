"""sample: each study there is, named as it calls itself, and nothing overwritten."""

from pathlib import Path

import pytest

from qdesk.importers.study import studies


@pytest.mark.parametrize(("study", "name"), studies().items())
def test_sample_builds_a_study_and_prints_its_path_last(qdesk, tmp_path, study, name):
    ran = qdesk("sample", tmp_path / "new" / "folder", "--study", study, "--why", "to try it")
    assert (ran.status, ran.err) == (0, "")
    path = tmp_path / "new" / "folder" / f"{name}.qdesk"
    assert Path(ran.out.splitlines()[-1]) == path
    assert qdesk("check", path).out == "ok\n"
    assert qdesk("list", path, "codings", "--json").rows
    assert qdesk("history", path, "--json").rows[-1]["why"] == "to try it"


def test_sample_replaces_only_when_it_is_told_to(qdesk, tmp_path):
    assert qdesk("sample", tmp_path).out == f"{tmp_path / 'Distributed leadership.qdesk'}\n"
    assert qdesk("sample", tmp_path).status == 1
    assert qdesk("sample", tmp_path, "--force").status == 0


def test_help_lists_the_studies_and_another_one_is_wrong_usage(qdesk, tmp_path):
    told = " ".join(qdesk("sample", "--help").out.split())
    assert f"Which study: {' or '.join(studies())}." in told
    ran = qdesk("sample", tmp_path, "--study", "none")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert not list(tmp_path.iterdir())
