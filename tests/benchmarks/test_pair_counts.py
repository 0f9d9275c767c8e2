"""The pairs of overlapping codings that two other programs counted. Timings: ``python tests/benchmarks``."""

import corpus
import numpy as np
import pytest
from bare import sweep

from qdesk.analysis.cooccurrence import cooccurrence
from qdesk.store.project import Project

pytestmark = pytest.mark.skipif(not corpus.generator().is_file(), reason="no generator of corpora")


@pytest.mark.parametrize("size", ["S", "D"])
def test_pairs_of_different_codes_are_those_counted_elsewhere(size: str) -> None:
    path = corpus.project(size)
    with Project.open(path) as project:
        codes = [code.id for code in project.codes.list()]
        table = cooccurrence(project.codings.arrays(), codes, "overlap")
    assert int(np.triu(table.count, 1).sum()) == corpus.PAIRS[size]
    assert sweep.different(sweep.sweep(sweep.read(path))) == corpus.PAIRS[size]
