"""A look in Word's terms: what the placeholders of the style and numbering parts stand for (ECMA-376, part 1)."""

from __future__ import annotations

from collections.abc import Mapping

from bonafide.documents.looks import Look

_TWIPS_A_MILLIMETRE = 1440 / 25.4
_LINE = 3.5  # points that Word's own line spacing adds above a heading
_LETTER_RULE = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="14" w:color="{}"/></w:pBdr>'
_BOLD = 600  # the weight from which on Word's one bold face comes nearest


def column(look: Look) -> int:
    """The width of the text in twentieths of a point."""
    return round(look.number("", "column") * _TWIPS_A_MILLIMETRE)


def filled(part: str, look: Look) -> str:
    """A style or numbering part with the look's fonts, sizes and colours in its placeholders."""
    for name, value in _values(look).items():
        part = part.replace(f"{{{name}}}", value)
    return part


def _values(look: Look) -> Mapping[str, str]:
    centred = {"left": "", "center": '<w:jc w:val="center"/>'}
    colours = {key: str(value)[1:].upper() for key, value in look.tables["colours"].items()}
    return {
        **colours,
        "font": look.word("", "word_font"),
        "marker": look.word("", "marker"),
        "size": _half_points(look.number("", "size")),
        "column": str(column(look)),
        "rail": str(round(look.number("", "rail") * _TWIPS_A_MILLIMETRE)),
        "name_size": _half_points(look.tables["name"]["sizes"][0] - 1),
        "name_bold": "<w:b/>" if look.number("name", "weight") >= _BOLD else "",
        "name_align": centred[look.word("name", "align")],
        "heading_size": _half_points(look.number("heading", "size")),
        "heading_above": _twentieths(look.number("heading", "above") - _LINE),
        "heading_align": centred[look.word("heading", "align")],
        "heading_rule": _rule(look.word("heading", "rule"), colours["hair"]),
        "letter_rule": _LETTER_RULE.format(colours["hair"]) if look.word("heading", "rule") != "none" else "",
        "small_capitals": "<w:smallCaps/>" if look.tables["heading"]["small_capitals"] else "",
        "tracking": _twentieths(look.number("heading", "tracking") * look.number("heading", "size")),
        "entry_above": _twentieths(look.number("entry", "above") - 2 * _LINE),
        "organisation": _organisation(look.word("entry", "organisation"), colours["accent"]),
    }


def _rule(where: str, colour: str) -> str:
    if where == "none":
        return ""
    edge, width = ("bottom", 4) if where == "below" else ("top", 10)
    return f'<w:pBdr><w:{edge} w:val="single" w:sz="{width}" w:space="2" w:color="{colour}"/></w:pBdr>'


def _organisation(manner: str, colour: str) -> str:
    return {"italic": "<w:i/>", "accent": f'<w:color w:val="{colour}"/>', "plain": ""}[manner]


def _half_points(points: float) -> str:
    return str(round(points * 2))


def _twentieths(points: float) -> str:
    return str(round(points * 20))
