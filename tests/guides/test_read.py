from datetime import date
from pathlib import Path

import pytest

from bonafide import guides
from bonafide.model.faults import Faults, InputFault
from bonafide.model.rating import FACETS

DATA = Path(__file__).parent / "data"
GOOD = (DATA / "lighthouse.toml").read_text(encoding="utf-8")


def faults_of(text: str) -> list[str]:
    found = guides.check(text.encode(), "lighthouse.toml")
    return [f"{fault.where.rpartition(':')[2]}: {fault.what}" for fault in found]


def line(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_a_good_guide_is_read_whole() -> None:
    guide = guides.read(GOOD.encode(), "a/folder/lighthouse.toml")
    assert guide.summary == "What a panel asks a person who keeps lamps lit."
    assert guide.published == date(2026, 1, 31).isoformat()
    assert guide.minutes == (45, 60)
    assert guide.success is not None and guide.success.percent == 25
    assert [question.id for question in guide.questions] == ["lamp-outage", "keeper-hiring"]
    assert guide.questions[0].points[1].cues == ("spare lamp*", "second lamp .. take* over")
    assert guide.questions[1].probes == ()


def test_all_faults_at_once_each_with_its_line() -> None:
    text = (
        GOOD.replace('role = "Head', 'rolle = "Head')
        .replace("minutes = [45, 60]", "minutes = [60, 45]")
        .replace("published = 2026-01-31", 'published = "2026-02-30"')
        .replace('id = "spare-lamp"', 'id = "counted"')
        .replace('kind = "behavioural"', 'kind = "friendly"')
        .replace('heading = "Light"', "heading = 7")
    )
    found = faults_of(text)
    expected = {
        1: "`role` is missing",
        line(text, "rolle"): "`rolle` is unknown",
        line(text, "published"): "`published` must be a date",
        line(text, "minutes"): "`minutes` must be two whole numbers",
        line(text, '"counted"\npresent_when = "a spare'): "used twice",
        line(text, 'target = "point:spare-lamp"'): "neither a facet nor a point",
        line(text, '"friendly"'): "must be one of technical, behavioural",
        line(text, "heading = 7"): "`heading` must be a text",
    }
    assert len(found) == len(expected)
    for number, words in expected.items():
        assert any(
            fault.startswith(f"{number}: ") and words in fault.replace("key ", "") for fault in found
        ), words
    with pytest.raises(Faults) as caught:
        guides.read(text.encode(), "lighthouse.toml")
    assert len(caught.value.faults) == len(expected)


@pytest.mark.parametrize(
    ("broken", "where"),
    [(GOOD.replace("rounds = [2, 3]", "rounds = [2, 3"), "related"), (GOOD + '\nsummary = "', None)],
)
def test_a_syntax_fault_has_its_line(broken: str, where: str | None) -> None:
    (fault,) = faults_of(broken)
    assert fault.startswith(f"{line(broken, where) if where else broken.count(chr(10)) + 1}: ")


def test_a_key_inside_a_long_text_is_no_key() -> None:
    text = GOOD.replace("who keeps lamps lit.", "\nid = 3\n[[questions]]\n# no comment") + '\nextra = "x"\n'
    (fault,) = faults_of(text)
    assert fault.startswith(f"{line(text, 'extra =')}: ")


def test_a_guide_must_bear_its_files_name() -> None:
    (fault,) = guides.check(GOOD.encode(), "tower.toml")
    assert "tower.toml" in fault.what


@pytest.mark.parametrize("cue", ["(a|b", "lamp)", "..", "lamp ; b"])
def test_a_cue_that_cannot_be_used_is_told(cue: str) -> None:
    found = faults_of(GOOD.replace("spare lamp*", cue))
    assert len(found) == 1


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"name = 1"])
def test_a_file_that_is_no_guide_has_faults(content: bytes) -> None:
    assert guides.check(content, "lighthouse.toml")


def test_a_persons_own_guide_stands_in_the_library() -> None:
    own = {"lighthouse": GOOD.encode()}
    assert guides.names(own) == tuple(sorted([*guides.names(), "lighthouse"]))
    assert guides.load("lighthouse", own).role == "Head of Lighthouse Engineering"
    with pytest.raises(InputFault, match="no guide called"):
        guides.load("lighthouse")


def test_a_persons_own_guide_goes_before_a_shipped_one_of_its_name() -> None:
    own = {"cto": GOOD.replace('name = "lighthouse"', 'name = "cto"').encode()}
    assert guides.names(own) == guides.names()
    assert guides.load("cto", own).role == "Head of Lighthouse Engineering"


def test_every_shipped_guide_is_without_fault() -> None:
    assert "cto" in guides.names()
    for name in guides.names():
        guide = guides.load(name)
        assert set(guide.related) <= set(guides.names()) - {name}
        assert all(name in guides.load(other).related for other in guide.related), "related both ways"


def test_shipped_guides_are_as_deep_as_the_first() -> None:
    for guide in map(guides.load, guides.names()):
        assert len(guide.questions) == 10 and len(guide.essays) == 4 and len(guide.faq) >= 8
        for question in guide.questions:
            assert [len(question.points), len(question.outline)] == [5, 7]
            targets = {f"point:{point.id}" for point in question.points}
            targets |= {f"facet:{facet}" for facet in FACETS if facet != "focus"}
            assert {probe.target for probe in question.probes} == targets
            assert all(len(point.cues) >= 4 for point in question.points)
