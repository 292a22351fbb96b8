"""Applicant-tracking systems: a file each for reading a record; `data/ats.toml` says which links lead to it."""
