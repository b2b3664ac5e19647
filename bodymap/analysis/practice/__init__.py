"""Practising the patterns: what is asked, what an answer is worth, how a round goes on."""

from bodymap.analysis.practice.choosing import Wanted, askable, questions
from bodymap.analysis.practice.likeness import Likeness

__all__ = ["Likeness", "Wanted", "askable", "questions"]
