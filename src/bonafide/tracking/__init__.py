"""The board's arithmetic: places in a lane, days in it, links that are the same, and what a history comes to."""
