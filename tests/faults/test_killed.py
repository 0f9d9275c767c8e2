"""Killed at any moment: what was reported as done is there."""

from pathlib import Path
from random import Random

from harm import child, reopened, study


def test_every_reported_coding_survives_fifty_kills(tmp_path: Path) -> None:
    path = tmp_path / "study.qdesk"
    study(path).close()
    random = Random(5)
    reported: set[int] = set()
    for _ in range(50):
        with child("code_on.py", path) as process:
            assert process.stdout is not None
            for _ in range(random.randint(1, 12)):
                reported.add(int(process.stdout.readline()))
            for _ in range(random.randint(0, 60_000)):  # a moment that differs every time
                pass
            process.kill()
            reported |= {int(line) for line in process.stdout}
        assert reported <= reopened(path)
    print(f"\n{len(reported)} codings reported over 50 kills, none lost")
