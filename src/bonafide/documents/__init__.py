"""Grounded drafts and handouts as files: PDF, DOCX, Markdown, text, JSON Resume; and the read-back of the print."""

from bonafide.documents.docx import cv_docx, letter_docx
from bonafide.documents.jsonresume import cv_json
from bonafide.documents.looks import look
from bonafide.documents.looks import names as templates
from bonafide.documents.markdown import cv_markdown, handout_markdown, letter_markdown
from bonafide.documents.paper import PAPERS
from bonafide.documents.readback import Lost, ReadBack, read_back, read_back_letter
from bonafide.documents.text import cv_text, letter_text
from bonafide.documents.typesetting import (
    page_count,
    typeset_cv,
    typeset_handout,
    typeset_letter,
)

__all__ = [
    "PAPERS",
    "Lost",
    "ReadBack",
    "cv_docx",
    "cv_json",
    "cv_markdown",
    "cv_text",
    "handout_markdown",
    "letter_docx",
    "letter_markdown",
    "letter_text",
    "look",
    "page_count",
    "read_back",
    "read_back_letter",
    "templates",
    "typeset_cv",
    "typeset_handout",
    "typeset_letter",
]
