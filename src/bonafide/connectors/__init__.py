"""The only room with a network, a child process or a hand on the disk; each module is imported where it is used."""
