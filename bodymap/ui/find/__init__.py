"""Finding records over everybody: the conditions, their words and the answers."""
