"""How other languages than English tell a line of a CV and name a need, each by its own grammar (`data/grammar.*.toml`)."""
