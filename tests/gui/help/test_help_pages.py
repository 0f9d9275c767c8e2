"""The pages as they are shipped: whole, short, reachable, and true to the window's own words and keys.

The conventions of a page: **bold** is what stands on the screen, **Menu > Command** a command, `backticks` are keys,
> a block quote is a formula, ``` a fence is something to type.
"""

import json
import re
from pathlib import Path

import pytest

from qdesk.gui.help.pages import Page, read_contents
from qdesk.gui.window.actions import ACTIONS, MENUS
from qdesk.places import resources
from qdesk.text.words import count_words

HELP = resources() / "help"
GUI = Path(__file__).parents[3] / "qdesk" / "gui"

LONGEST = 700
"""Words of a page."""

GROUPS = ["First steps", "Coding", "Themes", "Charts", "Writing", "Your data", "Moving over"]

OTHER_KEYS = {
    "anywhere": {"Enter", "Esc", "Tab", "Shift", "Ctrl", "Up", "Down", "Left", "Right"},
    "the text": {
        *"123456789", "Ctrl+Space", "Ctrl+Shift+Space",
        *(f"{keys}+{arrow}" for keys in ("Ctrl", "Ctrl+Shift", "Alt", "Shift+Alt") for arrow in ("Up", "Down")),
        "Shift+Alt+Left", "Shift+Alt+Right", "F3", "Shift+F3",
    },
    "the letters picker": {"Ctrl+Enter", *(f"Alt+{digit}" for digit in "123456789")},
    "the code tree": {"F2", "Del", "Alt+Up", "Alt+Down", "Alt+Left", "Alt+Right"},
    "the quotes": {"S", "Del", "Ctrl+C"},
    "the help": {"F1", "Ctrl+F", "Alt+Left", "Alt+Right"},
}  # fmt: skip
"""Keys that are not in the table of actions, by the place where they hold."""


@pytest.fixture(scope="module", params=sorted(path.stem for path in (HELP / "pages").glob("*.md")))
def page(request: pytest.FixtureRequest, qapp: object) -> Page:
    """Each page file; one that the contents do not name cannot be reached."""
    found = read_contents(HELP).page(request.param)
    assert found is not None, f"{request.param} is missing in contents.toml"
    return found


@pytest.fixture(scope="module")
def screen_words() -> str:
    """Everything the window can say: its source, and what was in sight when the pictures were taken."""
    sources = [path.read_text(encoding="utf-8") for path in sorted(GUI.rglob("*.py"))]
    words = json.loads((HELP / "pictures" / "words.json").read_text(encoding="utf-8"))
    return "\n".join([*sources, *(word for scene in words.values() for word in scene)])


def test_contents_name_what_is_there(qapp: object) -> None:
    contents = read_contents(HELP)
    names = [one.name for one in contents.pages]
    assert len(names) == len(set(names)) > 0
    assert [group for group in GROUPS if group in {one.group for one in contents.pages}] == list(
        dict.fromkeys(one.group for one in contents.pages)
    )
    titles = [one.title for one in contents.pages]
    assert len(titles) == len(set(titles))


def test_parts_of_the_window_lead_to_pages(qapp: object) -> None:
    contents = read_contents(HELP)
    sources = "\n".join(path.read_text(encoding="utf-8") for path in sorted(GUI.rglob("*.py")))
    for part, name in contents.here.items():
        assert contents.page(name) is not None, name
        assert f'setObjectName("{part}")' in sources, part


def test_title(page: Page) -> None:
    assert page.text.startswith("# ")
    assert [passage.level for passage in page.passages].count(1) == 1
    assert max(passage.level for passage in page.passages) <= 3


def test_length(page: Page) -> None:
    assert sum(count_words(passage.text) for passage in page.passages) <= LONGEST


def test_no_address_of_the_network(page: Page) -> None:
    assert not re.search(r"https?:|www\.|<[a-z]+://", page.text)


def test_links_and_pictures(page: Page) -> None:
    for alternative, target in re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", page.text):
        assert alternative.strip(), f"{target} needs words for who cannot see it"
        assert re.fullmatch(r"\.\./pictures/[\w-]+\.png", target), target
        assert (HELP / "pages" / target).is_file(), target
    for target in re.findall(r"(?<!!)\[[^\]]+\]\(([^)]*)\)", page.text):
        assert re.fullmatch(r"[\w-]+\.md", target), target
        assert read_contents(HELP).page(target.removesuffix(".md")) is not None, target


def test_commands_exist(page: Page) -> None:
    known = {(row.menu, row.text.rstrip("…")) for row in ACTIONS}
    for written in _bold(page):
        menu, separator, command = written.partition(" > ")
        if separator:
            assert menu in MENUS, written
            assert (menu, command.rstrip("…")) in known, written


def test_bold_words_stand_on_the_screen(page: Page, screen_words: str) -> None:
    for written in _bold(page):
        assert " > " in written or written in screen_words, f"{written}: bold is for words on the screen"


def test_keys_exist(page: Page) -> None:
    known = {row.keys.replace("Return", "Enter") for row in ACTIONS if row.keys}.union(*OTHER_KEYS.values())
    for keys in re.findall(r"`([^`\n]+)`", _without_fences(page.text)):
        assert keys in known, f"{keys}: backticks are for keys"


def _bold(page: Page) -> list[str]:
    return re.findall(r"\*\*(.+?)\*\*", _without_fences(page.text))


def _without_fences(text: str) -> str:
    return re.sub(r"^```.*?^```", "", text, flags=re.S | re.M)
