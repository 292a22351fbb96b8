"""The web application as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Templates, static files and tags."""

    name = "bonafide.web"
    label = "web"
