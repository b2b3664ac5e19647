"""How good look-up, drawing and extent are, by simulation; `python -m tools.validate_look_up`."""
