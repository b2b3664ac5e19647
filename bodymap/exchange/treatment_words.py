"""What was done, in words for reports and pages."""

from typing import Final

from bodymap.exchange.record_words import ADVERSE_EFFECTS
from bodymap.records import Dose, TreatmentRecord

_UNITS: Final = {"amount_ml": "{:g} mL", "times": "{:g} times", "seconds": "{:g} s"}


def dose_in_words(dose: Dose) -> str:
    """What was given, such as "3 times, 60 s"; empty where nothing was said."""
    said = {name: value for name, value in dict(dose).items() if value not in (None, "")}
    parts = (
        said.get("substance"),
        *(words.format(said[name]) for name, words in _UNITS.items() if name in said),
        f"pain up to {said['pain_allowed']} of 10" if "pain_allowed" in said else None,
        said.get("other"),
    )
    return ", ".join(part for part in parts if part)


def unwanted_in_words(done: TreatmentRecord) -> str:
    """What was unwanted, such as "bruise, dizzy"; empty where nothing was."""
    said = (*(ADVERSE_EFFECTS[each] for each in done.adverse), done.adverse_other)
    return ", ".join(each for each in said if each)
