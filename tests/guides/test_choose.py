from pathlib import Path

import pytest

from bonafide import guides

CTO = [
    "CTO",
    "Chief Technology Officer (m/f/d)",
    "Chief Technical Officer - Berlin",
    "Interim Group CTO",
    "Co-Founder / CTO",
    "Fractional CTO, Fintech",
    "Head of Engineering & CTO",
    "Chief Product & Technology Officer",
    "Geschäftsführer Technik",
    "Directeur technique (H/F)",
]
VP = [
    "VP of Engineering",
    "Head of Engineering (all genders)",
    "Director of Engineering",
    "Sr. Director, Engineering",
    "Vice President, Engineering – Payments",
    "VP, Software Development",
    "Leiter*in Softwareentwicklung",
    "Leiter:in Entwicklung (m/w/d)",
    "Bereichsleitung Softwareentwicklung",
    "Directrice de l’ingénierie (F/H)",
    "Directeur du développement logiciel",
]
EM = [
    "Engineering Manager",
    "Senior Engineering Manager (m/f/x)",
    "Software Engineering Manager - Remote",
    "Manager, Software Engineering",
    "Team Lead",
    "Teamleiter:in Softwareentwicklung",
    "Chef d'équipe développement (H/F)",
]
PLATFORM = [
    "Head of Platform and SRE",
    "Director, Platform Engineering",
    "SRE Manager",
    "Leiter:in Infrastruktur",
]
DATA = [
    "Head of Data & AI",
    "Chief Data Officer",
    "Head of Data Engineering",
    "Director, Data Science",
    "Leitung Business Intelligence",
]
CISO = [
    "CISO",
    "Chief Information Security Officer (m/f/d)",
    "Deputy CISO, EMEA",
    "Head of IT Security",
    "Head of Security Engineering",
    "Director, Information Security",
    "Leiter:in Informationssicherheit",
    "RSSI (H/F)",
]
STAFF = [
    "Staff Engineer",
    "Staff Software Engineer (m/f/d)",
    "Sr. Staff Engineer, Payments",
    "Principal Engineer",
    "Lead Software Engineer - Remote",
    "Softwarearchitekt:in (m/w/d)",
]
OTHERS = [
    "Head of Business Development",
    "Head of Data Protection",
    "Security Guard",
    "Head of Security Operations Centre Facilities",
    "Director of Sales Engineering",
    "Executive Assistant, CTO",
    "Team Lead Accounting",
    "Executive Assistant to the CTO",
    "Pastry chef",
    "Chief of Staff",
    "Staff Accountant",
    "Principal Mechanical Engineer",
    "Field CTO",
    "Office of the CTO: Programme Manager",
    "",
]


TITLES = {
    "cto": CTO,
    "vp-engineering": VP,
    "engineering-manager": EM,
    "platform-sre-lead": PLATFORM,
    "head-of-data": DATA,
    "ciso": CISO,
    "staff-engineer": STAFF,
}


@pytest.mark.parametrize(("name", "title"), [(name, one) for name, all in TITLES.items() for one in all])
def test_a_title_in_any_spelling_finds_its_guide(name: str, title: str) -> None:
    guide, fits = guides.choose(title)
    assert (guide.name, fits) == (name, True)


@pytest.mark.parametrize("title", OTHERS)
def test_where_none_fits_the_nearest_is_offered_and_said_to_be_that(title: str) -> None:
    guide, fits = guides.choose(title)
    assert guide.name and not fits


def test_the_guide_that_names_more_of_the_title_is_chosen() -> None:
    own = {"lighthouse": (Path(__file__).parent / "data" / "lighthouse.toml").read_bytes()}
    assert guides.choose("VP of Lamps, Northern Region", own)[0].name == "lighthouse"
    guide, fits = guides.choose("Lighthouse Painter", own)
    assert (guide.name, fits) == ("lighthouse", False)


@pytest.mark.parametrize(
    "title", ["Küchenleitung (m/w/d)", "Electrician", "Finance Director", "Chief Financial Officer"]
)
def test_a_trade_that_no_guide_knows_gets_what_leaders_of_people_are_asked(title: str) -> None:
    guide, fits = guides.choose(title)
    assert (guide.name, fits) == ("engineering-manager", False)
