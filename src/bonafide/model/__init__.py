"""The nouns of Bonafide: frozen values, a file each, that every other room may name and none may change."""
