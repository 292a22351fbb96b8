"""Whole lines of work as named steps, value to value; what touches the world is handed in as a port."""
