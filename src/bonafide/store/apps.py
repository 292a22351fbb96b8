"""The store as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Models and migrations; nothing runs at start-up."""

    name = "bonafide.store"
    label = "store"
