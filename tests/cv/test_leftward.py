"""Hebrew and Arabic in PDFs: names beside Latin, whole CVs, brackets, numbers, dates and addresses in reading order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide import cv
from bonafide.cv.paragraph import Style
from bonafide.cv.pdf_leftward import in_reading_order
from bonafide.cv.pdf_pieces import Piece
from bonafide.model.place import OnPage
from bonafide.model.profile import Profile
from cv.prints import bullets, pdf, t

# Both fonts come with Typst.
HEBREW = '#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"), lang: "he", dir: rtl, size: 10pt)\n'
ARABIC = '#set text(font: ("DejaVu Sans Mono",), lang: "ar", dir: rtl, size: 9pt)\n'


def seen(text: str) -> list[Piece]:
    """The signs of a line as they stand from left to right, 5 points each; blanks are gaps."""
    return [
        Piece(char, 5.0 * at, 5.0 * at + 5, 100.0, Style(10.0), "")
        for at, char in enumerate(text)
        if char != " "
    ]


def read_line(text: str, leftward: bool = True) -> str:
    return "".join(piece.text for piece in in_reading_order(seen(text), leftward))


@pytest.mark.parametrize(
    ("stands", "reads"),
    [
        ("םולש", "שלום"),
        ("(Noa Levi) יול העונ", "נועה לוי (Noa Levi)"),
        (")Noa Levi( יול העונ", "נועה לוי (Noa Levi)"),
        ("םויה – 03/2019", "03/2019 – היום"),
        ("2019 – 2015", "2015 – 2019"),
        ("%40-ב", "ב-40%"),
        ("40%-ב", "ב-40%"),
        ("Python 3-ב", "ב-Python 3"),
        ("C++-ב", "ב-C++"),
        ("0199-555-052 :ןופלט", "טלפון: 0199-555-052"),
        ("+972 52 555 0199 :ןופלט", "טלפון: +972 52 555 0199"),
        ("noa@levi.example | ביבא לת", "תל אביב | noa@levi.example"),
        (".ךיראת", "תאריך."),
    ],
)
def test_a_line_on_a_page_from_right_to_left(stands: str, reads: str) -> None:
    assert read_line(stands) == reads


@pytest.mark.parametrize(
    ("stands", "reads"),
    [
        ("Noa Levi (יול העונ), Haifa", "Noa Levi (נועה לוי), Haifa"),
        ("Born as (2000) יול-ןהכ העונ in Haifa", "Born as נועה כהן-לוי (2000) in Haifa"),
        ("דוד ןב רואיל [Lior]", "ליאור בן דוד [Lior]"),
        ("2019 הירקיה", "2019 היקריה"),
    ],
)
def test_a_name_on_a_page_from_left_to_right(stands: str, reads: str) -> None:
    assert read_line(stands, leftward=False) == reads


@given(st.text("אבגabc012 .,:/+-%()[]", max_size=60), st.booleans())
def test_no_sign_is_lost(stands: str, leftward: bool) -> None:
    pairs = str.maketrans(")]", "([")
    bare = sorted(stands.translate(pairs).replace(" ", ""))
    assert sorted(read_line(stands, leftward).translate(pairs).replace(" ", "")) == bare


def read(source: str) -> Profile:
    return cv.read(pdf(source), "cv.pdf").profile


def posts(profile: Profile) -> list[tuple[str | None, str | None, str | None, str | None, tuple[str, ...]]]:
    return [(w.position, w.name, w.start_date, w.end_date, w.highlights) for w in profile.work]


HEBREW_POSTS = [
    ("מהנדסת תוכנה בכירה", "Larkrise Lamps (ישראל) בע\"מ", "2019-03", None,
     ("הובלתי צוות של 7 מהנדסים ב-Python 3 וב-C++ (שרתים).", "קיצרתי את זמן הבנייה ב-40% (מ-20 דקות ל-12).")),
    ("מפתחת", "חברת הפנסים", "2015", "2019", ("פיתחתי שירותי ענן.",)),
]  # fmt: skip


def hebrew_entries(between: str) -> str:
    def entry(title: str, firm: str, dates: str, done: tuple[str, ...]) -> str:
        return f"*{title}*{between}{t(firm)} #h(1fr) {dates}\n{bullets(done)}"

    printed = ("03/2019 – היום", "2015 – 2019")
    return "\n\n".join(
        entry(title, firm, dates, done)
        for (title, firm, _, _, done), dates in zip(HEBREW_POSTS, printed, strict=True)
    )


def test_a_hebrew_cv() -> None:
    source = f"""{HEBREW}#text(20pt)[נועה לוי (Noa Levi)]

מהנדסת תוכנה | noa.levi\\@quill.example | 052-555-0199
= ניסיון תעסוקתי
{hebrew_entries(", ")}
= השכלה
*מכללת הגליל*, תואר ראשון במדעי המחשב #h(1fr) 2011 – 2015
= שפות
עברית (שפת אם), אנגלית (C1)"""
    result = cv.read(pdf(source), "cv.pdf")
    profile = result.profile
    assert (profile.basics.name, profile.basics.email) == ("נועה לוי (Noa Levi)", "noa.levi@quill.example")
    assert profile.basics.phone == "052-555-0199"
    assert posts(profile) == HEBREW_POSTS
    assert [(e.institution, e.start_date, e.end_date) for e in profile.education] == [
        ("מכללת הגליל", "2011", "2015")
    ]
    assert [(spoken.language, spoken.fluency) for spoken in profile.languages] == [
        ("עברית", "שפת אם"),
        ("אנגלית", "C1"),
    ]


def test_where_a_value_stands_is_told_from_the_left() -> None:
    result = cv.read(pdf(f"{HEBREW}#text(20pt)[נועה לוי]\n\nשלום לכולם וברוכים הבאים"), "cv.pdf")
    place = result.sources["/basics/name"].place
    assert isinstance(place, OnPage)
    assert place.box.x0 > 300


def test_a_hebrew_side_bar_stands_at_the_right() -> None:
    side = "#text(16pt)[*תמר שלו*]\n= פרטי קשר\ntamar\\@shalev.example\\\n054-555-0170\n= כישורים\n- ניהול מלאי\n- Excel\n- SAP\n= שפות\nעברית: שפת אם"
    main = f"= ניסיון תעסוקתי\n{hebrew_entries(' | ')}\n= השכלה\n*מכללת הגליל*\\\n2009 – 2012"
    profile = read(f"{HEBREW}#grid(columns: (5cm, 1fr), gutter: 8mm, [{side}], [{main}])")
    assert profile.basics.name == "תמר שלו"
    assert profile.basics.email == "tamar@shalev.example"
    assert posts(profile) == HEBREW_POSTS
    assert profile.skills[0].keywords == ("ניהול מלאי", "Excel", "SAP")


def test_an_arabic_cv_with_its_dates_in_the_margin() -> None:
    rows = "[يناير 2020 – حتى الآن], [*محاسب أول*، شركة النور\n- راجعت 1200 فاتورة (كل شهر).\n- دربت محاسبين.],[2016 – 2019], [*محاسب*، مجموعة الفانوس\n- أعددت القوائم المالية.]"
    profile = read(f"""{ARABIC}#align(center)[#text(20pt)[محمود العلي]]
#align(center)[محاسب أول]
#align(center)[mahmoud\\@ali.example · 0791 555 012]
= الخبرات
#grid(columns: (4.2cm, 1fr), column-gutter: 5mm, row-gutter: 4mm, {rows})
= المهارات
Excel، إعداد الميزانيات
= اللغات
العربية: اللغة الأم""")
    assert (profile.basics.name, profile.basics.label) == ("محمود العلي", "محاسب أول")
    assert (profile.basics.email, profile.basics.phone) == ("mahmoud@ali.example", "0791 555 012")
    assert posts(profile) == [
        ("محاسب أول", "شركة النور", "2020-01", None, ("راجعت 1200 فاتورة (كل شهر).", "دربت محاسبين.")),
        ("محاسب", "مجموعة الفانوس", "2016", "2019", ("أعددت القوائم المالية.",)),
    ]
    assert [word for group in profile.skills for word in group.keywords] == ["Excel", "إعداد الميزانيات"]


def test_headings_in_no_known_language_lose_no_line() -> None:
    source = f"{HEBREW}#text(20pt)[נועה לוי]\n\nnoa\\@levi.example\n= כותרת לא מוכרת\n*ראשונה* #h(1fr) שורה\n- הובלתי צוות (ארץ וחו״ל) ב-2 ערים."
    result = cv.read(pdf(source), "cv.pdf")
    kept = [*(item.text for item in result.unplaced), result.profile.basics.summary or ""]
    assert result.profile.basics.name == "נועה לוי"
    assert "הובלתי צוות (ארץ וחו״ל) ב-2 ערים." in " ".join(kept)
    assert "כותרת לא מוכרת" in " ".join(kept)
