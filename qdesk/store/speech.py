"""Whose words a coding covers: the participant with most characters in it, interviewers aside."""

from typing import Any

import numpy as np


def participants_of(document: Any, start: Any, end: Any, turns: Any, cases: Any) -> Any:
    """Case id of each coding, 0 for nobody; all int64 arrays.

    ``document, start, end``: n codings, in any order. ``turns``: shape (m, 5) of document, speech start, speech end,
    is_interviewer, case id (0 for none), sorted by document and start, not overlapping. ``cases``: shape (k, 2) of
    document and the case it belongs to (0 for none); a document that is not among them counts for nobody.

    A coding that touches speech of participants counts for the one with most characters in it (of equals the first
    to speak); one that touches only interviewers' speech counts for nobody; any other for the document's case.
    """
    if not len(document):
        return np.zeros(0, dtype=np.int64)
    default = _lookup(document, cases)
    if not len(turns):
        return default
    coding, turn = _touching(document, start, end, turns)
    own_case = turns[turn, 4]
    own_case = np.where(own_case == 0, default[coding], own_case)
    characters = np.minimum(end[coding], turns[turn, 2]) - np.maximum(start[coding], turns[turn, 1])
    interviewer = turns[turn, 3] == 1

    result = default.copy()
    result[coding[interviewer]] = 0
    answers = ~interviewer
    result[coding[answers]] = 0
    winner, case = _most(coding[answers], own_case[answers], characters[answers])
    result[winner] = case
    return result


def _lookup(document: Any, cases: Any) -> Any:
    if not len(cases):
        return np.zeros(len(document), dtype=np.int64)
    cases = cases[np.argsort(cases[:, 0])]
    at = np.searchsorted(cases[:, 0], document).clip(max=len(cases) - 1)
    return np.where(cases[at, 0] == document, cases[at, 1], 0)


def _touching(document: Any, start: Any, end: Any, turns: Any) -> tuple[Any, Any]:
    """Index pairs (coding, turn) that share a character of speech."""
    stride = int(max(turns[:, 2].max(), end.max())) + 1
    first = np.searchsorted(turns[:, 0] * stride + turns[:, 2], document * stride + start, side="right")
    after = np.searchsorted(turns[:, 0] * stride + turns[:, 1], document * stride + end, side="left")
    counts = np.maximum(after - first, 0)
    coding = np.repeat(np.arange(len(document)), counts)
    turn = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts) + np.repeat(first, counts)
    real = turns[turn, 2] > turns[turn, 1]
    return coding[real], turn[real]


def _most(coding: Any, case: Any, characters: Any) -> tuple[Any, Any]:
    """For each coding that occurs, the case with the largest sum of characters; ties go to the first to speak."""
    if not len(coding):
        return coding, case
    order = np.lexsort((np.arange(len(coding)), case, coding))
    coding_sorted, case_sorted = coding[order], case[order]
    new = np.r_[True, (np.diff(coding_sorted) != 0) | (np.diff(case_sorted) != 0)]
    heads = np.flatnonzero(new)
    sums = np.add.reduceat(characters[order], heads)
    coding_group, case_group, spoke = coding_sorted[heads], case_sorted[heads], order[heads]
    ranked = np.lexsort((spoke, -sums, coding_group))
    best = ranked[np.r_[True, np.diff(coding_group[ranked]) != 0]]
    return coding_group[best], case_group[best]
