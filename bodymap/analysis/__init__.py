"""Pure functions over body, atlas and records: what follows from what was drawn and found."""

from bodymap.analysis.offered_muscles import OfferedMuscle, offered_muscles

__all__ = ["OfferedMuscle", "offered_muscles"]
