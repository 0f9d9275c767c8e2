"""Everything a user can do to a project, at random: each act takes a project and a source of chance."""

from collections.abc import Callable
from random import Random

from store_worlds import PIECES, transcript

from qdesk.store.project import Project
from qdesk.text.changes import Change
from qdesk.text.normalise import normalise
from qdesk.text.spans import Span

Act = Callable[[Project, Random], None]


def _document(project: Project, random: Random) -> int:
    return random.choice(project.documents.list()).id


def _code(project: Project, random: Random) -> int:
    return random.choice(project.codes.list()).id


def _coding(project: Project, random: Random) -> int:
    return random.choice(project.codings.list()).id


def _span(project: Project, random: Random, document: int) -> Span:
    length = project.documents.get(document).characters
    start = random.randrange(length)
    return Span(start, random.randint(start + 1, length))


def _parent(project: Project, random: Random) -> int | None:
    return random.choice([None, *(code.id for code in project.codes.list())])


def add_document(project: Project, random: Random) -> None:
    project.documents.add(transcript(random))


def delete_document(project: Project, random: Random) -> None:
    project.documents.delete([_document(project, random)])


def edit_document(project: Project, random: Random) -> None:
    document = _document(project, random)
    text = project.documents.text(document)
    borders = sorted(random.sample(range(len(text) + 1), k=min(4, len(text) + 1)))
    changes = []
    for start, end in zip(borders[::2], borders[1::2], strict=False):
        inserted = normalise("".join(random.choices(PIECES, k=random.randint(0, 3))))[0]
        changes.append(Change(start, text[start:end], inserted))
    project.documents.edit(document, changes, project.documents.get(document).revision)


def describe_document(project: Project, random: Random) -> None:
    document = _document(project, random)
    project.documents.set_paragraph_rule(document, random.choice(["line", "blank"]))
    cases = [None, *(case.id for case in project.cases.list())]
    project.documents.update(document, case_id=random.choice(cases), language=random.choice(["", "es"]))


def add_code(project: Project, random: Random) -> None:
    project.codes.add(f"code {random.randint(1, 30)}", _parent(project, random), kind=random.choice(["code", "theme"]))


def rename_code(project: Project, random: Random) -> None:
    project.codes.update(_code(project, random), name=f"name {random.randint(1, 9)}", memo="why ☕")


def move_codes(project: Project, random: Random) -> None:
    codes = [_code(project, random) for _ in range(random.randint(1, 2))]
    project.codes.move(list(dict.fromkeys(codes)), _parent(project, random), _parent(project, random))


def merge_codes(project: Project, random: Random) -> None:
    project.codes.merge([_code(project, random), _code(project, random)], _code(project, random))


def delete_code(project: Project, random: Random) -> None:
    project.codes.delete([_code(project, random)], random.choice(["delete", "up"]))


def add_coding(project: Project, random: Random) -> None:
    for _ in range(3):
        document = _document(project, random)
        project.codings.add(document, _code(project, random), _span(project, random, document))


def recode(project: Project, random: Random) -> None:
    project.codings.recode([_coding(project, random), _coding(project, random)], _code(project, random))


def resize_coding(project: Project, random: Random) -> None:
    coding = project.codings.get(_coding(project, random))
    project.codings.resize(coding.id, _span(project, random, coding.document))


def remove_coding(project: Project, random: Random) -> None:
    project.codings.remove([_coding(project, random)])


def comment_coding(project: Project, random: Random) -> None:
    project.codings.update(_coding(project, random), comment="قوی", starred=True)


def add_memo(project: Project, random: Random) -> None:
    document = _document(project, random)
    project.memos.add("about words", about="span", target=document, span=_span(project, random, document))
    project.memos.add("about a quote", about="coding", target=_coding(project, random))


def edit_memo(project: Project, random: Random) -> None:
    memo = random.choice(project.memos.list())
    project.memos.update(memo.id, body=memo.body[random.randint(0, len(memo.body)) :] + random.choice(PIECES))


def remove_memo(project: Project, random: Random) -> None:
    project.memos.remove(random.choice(project.memos.list()).id)


def add_case(project: Project, random: Random) -> None:
    case = project.cases.find_or_add(f"Person {random.randint(1, 4)}")
    project.cases.set_values(case, {"age": random.choice(["", "30", "41"]), "town": random.choice(["", "Lüneburg"])})


def change_speaker(project: Project, random: Random) -> None:
    speaker = random.choice(project.speakers.list())
    project.speakers.set_interviewer(speaker.id, random.choice([False, True]))
    project.speakers.rename(speaker.id, f"{speaker.name}x")


def merge_speakers(project: Project, random: Random) -> None:
    one, other = (random.choice(project.speakers.list()).id for _ in range(2))
    project.speakers.merge([one], other)


def correct_turns(project: Project, random: Random) -> None:
    document = _document(project, random)
    speaker = random.choice(project.speakers.list()).id
    turns = project.turns.of(document)
    if turns and random.random() < 0.5:
        project.turns.join(random.choice(turns).id)
    elif turns and random.random() < 0.5:
        project.turns.assign([random.choice(turns).id], speaker)
    else:
        project.turns.split(document, random.randint(0, len(project.documents.text(document))), speaker)


def change_setting(project: Project, random: Random) -> None:
    project.settings.set("title", random.choice(PIECES))


ACTS: list[Act] = [
    add_document, delete_document, edit_document, edit_document, describe_document, add_code, add_code, rename_code,
    move_codes, merge_codes, delete_code, add_coding, add_coding, add_coding, recode, resize_coding, remove_coding,
    comment_coding, add_memo, edit_memo, remove_memo, add_case, change_speaker, merge_speakers, correct_turns,
    correct_turns, change_setting,
]  # fmt: skip
