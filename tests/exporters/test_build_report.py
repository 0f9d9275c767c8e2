import pytest
from small_study import LONG, MIXED, SHORT, TRANSLATION, URDU

from qdesk.errors import QDeskError
from qdesk.exporters.build import build_report
from qdesk.exporters.cooccurrence import cooccurrence_section
from qdesk.exporters.options import PRESETS, ReportOptions
from qdesk.exporters.report import CodebookSection, CooccurrenceTable, FindingsSection
from qdesk.store.project import Project


def findings(project: Project, **options: object) -> FindingsSection:
    (section,) = build_report(project, ReportOptions(sections=("findings",), **options)).sections  # type: ignore[arg-type]
    assert isinstance(section, FindingsSection)
    return section


def codebook(project: Project, options: ReportOptions) -> CodebookSection:
    section = next(one for one in build_report(project, options).sections if isinstance(one, CodebookSection))
    assert isinstance(section, CodebookSection)
    return section


def test_findings_follow_the_tree_and_loose_codes_come_last(study: Project) -> None:
    assert [(one.level, one.kind, one.heading) for one in findings(study).findings] == [
        (0, "theme", "Theme 1: Collaboration & <shared> decisions"),
        (1, "theme", "Ways of meeting"),
        (2, "code", "Shared decisions"),
        (1, "code", "Trust"),
        (0, "theme", "Theme 2: Empty theme"),
        (0, "theme", "Codes outside the themes"),
        (1, "code", "=1+1"),
    ]


def test_quotes_carry_citation_translation_and_length(study: Project) -> None:
    section = findings(study)
    assert section.findings[0].narrative == ("Decisions were made in rooms.", "Or in corridors.")
    trust = section.findings[3]
    assert [(one.text, one.citation, one.translation, one.block, one.rtl) for one in trust.quotes] == [
        (LONG, "(Teacher 7, ¶2)", "", True, False),
        (URDU, "(Teacher 7, ¶3)", TRANSLATION, True, True),
        (MIXED, "(Teacher 7, ¶4)", "", True, True),
        ("I leave my door open now.", "(Teacher 12, ¶3)", "Meine Tür steht jetzt offen.", False, False),
    ]
    shared = section.findings[2].quotes[0]
    assert (shared.text, shared.translation) == (SHORT, ""), "a comment without brackets is the researcher's own"


def test_few_quotes_starred_first_and_spread(study: Project) -> None:
    chosen = findings(study, quotes_per_code=2).findings[3].quotes
    assert [one.text for one in chosen] == [LONG, "I leave my door open now."]
    assert len(findings(study, starred_only=True).findings[3].quotes) == 2


def test_codebook_rows(study: Project) -> None:
    section = codebook(study, PRESETS["Codebook TA"])
    assert section.title == "Appendix A: Codebook"
    assert section.caption.title == "Codebook of the Study With Definitions, Rules and Examples (N = 2)"
    trust = section.rows[3]
    assert (trust.quotes, trust.participants, trust.include_when) == ("4", "2 of 2", "relied upon")
    assert trust.example is not None
    assert trust.example.text == "I leave my door open now.", "a starred one that is short goes before a long one"
    assert section.rows[2].example is None, "nothing is starred there"


def test_reflexive_analysis_does_not_count(study: Project) -> None:
    section = codebook(study, PRESETS["Reflexive TA"])
    assert section.columns == ("definition", "include_when", "exclude_when", "example")
    assert section.note == ""


def test_appendices_are_lettered_as_they_come(study: Project) -> None:
    table = CooccurrenceTable(("A", "B"), ((3, 1), (1, 2)))
    report = build_report(study, ReportOptions(sections=("cooccurrence", "findings", "codebook")), table, b"png")
    assert report.title == "Shared leadership"
    assert [one.title for one in report.sections] == ["Appendix A: Co-occurrence", "Findings", "Appendix B: Codebook"]
    assert len(build_report(study, ReportOptions()).sections) == 2, "no table, no section"


def test_cooccurrence_is_a_triangle_with_each_codes_own_number() -> None:
    table = CooccurrenceTable(("A", "B", "C"), ((3, 0.125, 0), (0.125, 2, 1), (0, 1, 7)), unit="paragraph", measure="c")
    section = cooccurrence_section(table, b"png", "B")
    assert section.cells == (("3",), (".12", "2"), ("0", "1.00", "7"))
    assert section.note.startswith("c = paragraphs with both codes, divided by")
    assert section.figure is not None
    assert section.figure.alternative.endswith("Most often together: B and C (1.00).")


def test_an_empty_project_says_so(project: Project) -> None:
    assert findings(project).remark == "The study has no codes yet."
    with project.change("One code"):
        project.codes.add("Trust")
    assert findings(project).remark == "No passages have been coded yet."
    assert [one.heading for one in findings(project).findings] == ["Codes", "Trust"]


def test_what_cannot_be_built_is_refused(study: Project) -> None:
    with pytest.raises(QDeskError, match="no field"):
        build_report(study, ReportOptions(citation="{page}"))
    with pytest.raises(QDeskError, match="no sections"):
        build_report(study, ReportOptions(sections=("cooccurrence",)))


def test_a_report_has_the_title_of_the_study(study: Project) -> None:
    with study.change("Name the study"):
        study.settings.set("title", "How teachers share the lead")
    assert build_report(study, ReportOptions()).title == "How teachers share the lead"
    assert build_report(study, ReportOptions(title="Chapter 4")).title == "Chapter 4"
