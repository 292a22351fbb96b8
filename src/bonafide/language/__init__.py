"""Text tools everyone shares: sentences, quantities, periods, terms. Values in, values out; no I/O but data files."""
