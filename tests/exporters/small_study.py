"""A small study with everything that is hard to print: two themes, one below a theme, an empty one, seven quotes."""

from qdesk.store.project import Project
from qdesk.text.newdocument import NewDocument
from qdesk.text.spans import Span

LONG = (
    "She told us the budget, all of it, also the part that looked bad. After that you listen differently. "
    "You ask your question in the meeting and not in the car park, because you have seen that she can carry "
    "an answer that is not nice, and so can you."
)
URDU = (
    "میں نے پرنسپل صاحبہ سے کہا کہ فیصلہ آپ کا ہے، لیکن کلاس ہماری ہے۔ "
    "انہوں نے مسکرا کر کہا، پھر فیصلہ بھی آپ ہی کا ہونا چاہیے۔"
)
TRANSLATION = (
    "I told the principal: the decision is yours, but the class is ours. "
    "She smiled and said, then the decision should be yours as well."
)
NOTED = "[Meine Tür steht jetzt offen.] doubtful"
MIXED = "ہم نے feedback form بھرا، 12 بار۔"
TABBED = "Two\ttabs,  two spaces,\nand a new line. "
NASTY = "]]> & <b>bold</b> \"quoted\" 'so' 😀 e\u0301"
SHORT = "This time the head put the draft on the wall of the staff room and said, change it."

TEXTS = {"Interview 7": (SHORT, LONG, URDU, MIXED), "Interview 12": (TABBED, NASTY, "I leave my door open now.")}


def fill(project: Project) -> None:
    """Two participants with an interview each, codes, codings."""
    with project.change("Study"):
        teachers = [project.cases.add(f"Teacher {number}") for number in (7, 12)]
        project.cases.set_values(teachers[0], {"Age": "41"})
        for (name, paragraphs), case in zip(TEXTS.items(), teachers, strict=True):
            project.documents.add(NewDocument(name, "\n\n".join(paragraphs), "txt", paragraphs="blank"), case)
        codes = _codes(project)
        _code(project, codes["Trust"], LONG, starred=True)
        _code(project, codes["Trust"], "I leave my door open now.", starred=True, comment=NOTED)
        _code(project, codes["Trust"], URDU, comment=f"[{TRANSLATION}] doubtful")
        _code(project, codes["Trust"], MIXED, comment="a private doubt [T4]")
        _code(project, codes["Shared decisions"], SHORT, comment="for the talk")
        _code(project, codes["=1+1"], TABBED)
        _code(project, codes["=1+1"], NASTY, starred=True)


def _codes(project: Project) -> dict[str, int]:
    together = project.codes.add(
        "Collaboration & <shared> decisions", kind="theme", memo="Decisions were made in rooms.\n\nOr in corridors."
    )
    below = project.codes.add("Ways of meeting", together, kind="theme", definition="Where and when.")
    empty = project.codes.add("Empty theme", kind="theme")
    return {
        "Trust": project.codes.add("Trust", together, definition="Relying on others.", include_when="relied upon"),
        "Shared decisions": project.codes.add("Shared decisions", below, exclude_when="only told"),
        "=1+1": project.codes.add("=1+1"),
        "Empty theme": empty,
    }


def _code(project: Project, code: int, quote: str, comment: str = "", starred: bool = False) -> None:
    for document in project.documents.list():
        start = project.documents.text(document.id).find(quote)
        if start >= 0:
            span = Span(start, start + len(quote))
            project.codings.add(document.id, code, span, comment=comment, starred=starred)
            return
    raise AssertionError(f"no document has {quote}")
