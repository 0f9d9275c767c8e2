"""Which quotes of a code are shown when not all of them are."""

from collections import Counter
from collections.abc import Sequence

from qdesk.store.records import Quote


def choose(
    quotes: Sequence[Quote], most: int | None = None, *, starred_only: bool = False, spread: bool = True
) -> list[Quote]:
    """At most ``most`` quotes (None: all), in the order in which they were given.

    Starred quotes go before others. Within each group ``spread`` takes one of every participant before a second of any;
    a quote by nobody counts with its document. Equal quotes keep their order, so that a report can be made again.
    """
    offered = [quote for quote in quotes if quote.starred or not starred_only]
    if most is None or len(offered) <= most:
        return offered
    starred_first = sorted(range(len(offered)), key=lambda place: not offered[place].starred)
    rounds = _rounds(offered, starred_first) if spread else [0] * len(offered)
    ranked = sorted(starred_first, key=lambda place: (not offered[place].starred, rounds[place]))
    return [offered[place] for place in sorted(ranked[:most])]


def _rounds(quotes: Sequence[Quote], order: Sequence[int]) -> list[int]:
    """For every quote how many of the same participant come before it in ``order``, a list of places."""
    seen: Counter[tuple[int | None, int]] = Counter()
    rounds = [0] * len(quotes)
    for place in order:
        quote = quotes[place]
        who = (quote.case, 0 if quote.case is not None else quote.document)
        rounds[place] = seen[who]
        seen[who] += 1
    return rounds
