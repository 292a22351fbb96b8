"""Bonafide: one job link and one CV become an application whose every statement is backed by a fact."""

__version__ = "0.1.0"
