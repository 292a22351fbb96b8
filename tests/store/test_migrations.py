"""The migrations stand in one row and make the tables that the models ask for."""

import pytest
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader


@pytest.mark.django_db
def test_no_table_lacks_its_migration() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_no_two_migrations_stand_side_by_side() -> None:
    assert MigrationLoader(None).detect_conflicts() == {}
