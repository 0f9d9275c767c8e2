"""An order of codes in which those that occur together stand side by side."""

import numpy as np
import numpy.typing as npt


def by_similarity(similarity: npt.NDArray[np.float64]) -> list[int]:
    """Indexes of the k codes of a symmetric table (k x k, larger is closer), ordered along its clusters.

    Clusters are joined by average linkage (Sokal and Michener 1958); each join turns its two runs so that the closest
    ends touch (Gruvaeus and Wainer 1972). Ties go to the codes that stand first, so equal tables give equal orders.
    """
    near = np.array(similarity, dtype=np.float64)
    np.fill_diagonal(near, -np.inf)
    runs: list[list[int]] = [[index] for index in range(len(near))]
    size = np.ones(len(near))
    for _ in range(len(near) - 1):
        a, b = sorted(divmod(int(np.argmax(near)), len(near)))
        runs[a] = _joined(runs[a], runs[b], similarity)
        near[a] = (near[a] * size[a] + near[b] * size[b]) / (size[a] + size[b])
        size[a] += size[b]
        near[:, a] = near[a]
        near[a, a] = -np.inf
        near[b] = near[:, b] = -np.inf
    return runs[0] if runs else []


def _joined(left: list[int], right: list[int], similarity: npt.NDArray[np.float64]) -> list[int]:
    """Both runs end to end, each turned or not, whichever brings the closest ends together."""
    ways = [
        (left, right),
        (left, right[::-1]),
        (left[::-1], right),
        (left[::-1], right[::-1]),
    ]
    head, tail = max(ways, key=lambda way: similarity[way[0][-1], way[1][0]])
    return head + tail
