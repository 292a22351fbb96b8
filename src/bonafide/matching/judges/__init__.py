"""One small module for each thing that a requirement can ask."""
