"""The command line: a face over the workflows; each command is a module that is imported when it is called."""
