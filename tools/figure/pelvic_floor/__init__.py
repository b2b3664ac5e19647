"""The pelvic floor from below, drawn as a chart: female and male."""

from tools.figure.pelvic_floor.build import build

__all__ = ["build"]
