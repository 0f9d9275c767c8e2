"""Names in Word's XML without their namespace: nothing else read here differs in the strict format."""

from functools import lru_cache
from typing import Any


@lru_cache(maxsize=1024)
def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def local(element: Any) -> str:
    """Name of an element without its namespace, "" for a comment or an entity."""
    return _bare(element.tag) if isinstance(element.tag, str) else ""


def child(element: Any, name: str) -> Any:
    """The first child of that name, or None; ``element`` may be None."""
    return next((inner for inner in element if local(inner) == name), None) if element is not None else None


def attribute(element: Any, name: str) -> str:
    """The value of an attribute whatever its namespace, "" where it or the element is missing."""
    if element is None:
        return ""
    return next((str(value) for key, value in element.attrib.items() if _bare(str(key)) == name), "")
