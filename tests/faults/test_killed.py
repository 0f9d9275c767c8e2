"""Killed at any moment: what was reported as done is there."""

import os
import signal
from pathlib import Path
from random import Random

from harm import child, reopened, study


def test_every_reported_coding_survives_fifty_kills(tmp_path: Path) -> None:
    path = tmp_path / "study.qdesk"
    study(path).close()
    random = Random(5)
    reported: set[int] = set()
    with child("nursery.py", path) as nursery:
        assert nursery.stdin is not None
        assert nursery.stdout is not None
        for _ in range(50):
            nursery.stdin.write("\n")
            nursery.stdin.flush()
            coder = int(nursery.stdout.readline().removeprefix("born "))
            for _ in range(random.randint(0, 12)):
                reported.add(int(nursery.stdout.readline()))
            for _ in range(random.randint(0, 60_000)):  # a moment that differs every time
                pass
            os.kill(coder, signal.SIGKILL)
            reported |= {int(line) for line in iter(nursery.stdout.readline, "dead\n")}
            assert reported <= reopened(path)
        nursery.stdin.close()
    print(f"\n{len(reported)} codings reported over 50 kills, none lost")
    assert len(reported) > 100
