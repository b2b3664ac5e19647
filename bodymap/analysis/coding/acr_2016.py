"""The 2016 fibromyalgia criteria from a drawing and a person's answers: as published, no diagnosis.

The drawing stands for the widespread pain index; the symptom severity answers are the person's own.
"""

from dataclasses import dataclass
from typing import Final

from bodymap.analysis.coding.codings import Coded
from bodymap.atlas import Acr2016, Atlas
from bodymap.errors import InvalidRecord, Problem
from bodymap.records import SeverityAnswers

CAUTION: Final = (
    "This is a published criterion and not a diagnosis: a clinician decides, and the result does "
    "not exclude other diagnoses. The index is read from the drawing by this program's own "
    "assignment of regions; the published one is a questionnaire about the last seven days."
)
"""Stands wherever the result is shown."""


@dataclass(frozen=True, slots=True)
class Acr2016Result:
    """The criterion as published.

    Attributes:
        wpi: Widespread pain index of the drawing, 0 to 19.
        regions: Names of the regions with pain, jaw, chest and abdomen not counted.
        generalised_pain: Whether enough of the five regions have pain.
        severity: Symptom severity, 0 to 12; None until all is answered.
        met: Whether the criterion is met; None while an answer that matters is missing.
        missing: What was not answered, as the atlas calls it.
        text: The result in one sentence.
        caution: What must be said with it.
    """

    wpi: int
    regions: tuple[str, ...]
    generalised_pain: bool
    severity: int | None
    met: bool | None
    missing: tuple[str, ...]
    text: str
    caution: str = CAUTION


def acr_2016(wpi: Coded, answers: SeverityAnswers, atlas: Atlas) -> Acr2016Result:
    """The ACR 2016 criterion.

    Args:
        wpi: The drawing in the widespread pain index, from `codings`.
        answers: The person's answers, as far as they were given.
        atlas: The criterion.

    Raises:
        InvalidRecord: An answer is about an unknown symptom, or a level is not 0 to 3.
    """
    rule = atlas.acr_2016
    _check(answers, rule)
    places = {place.code: place for place in atlas.codings.wpi.codes}
    painful = [places[code.code] for code in wpi.marked]
    regions = tuple(dict.fromkeys(p.region for p in painful if p.counts_toward_generalised_pain))
    severity = _severity(answers, rule)
    generalised = len(regions) >= rule.generalised_pain.regions_min
    met = _met(rule, len(painful), severity, generalised=generalised, lasting=answers.three_months)
    return Acr2016Result(
        wpi=len(painful),
        regions=regions,
        generalised_pain=generalised,
        severity=severity,
        met=met,
        missing=_missing(answers, rule),
        text=_text(rule, len(painful), severity, met=met),
    )


def _met(
    rule: Acr2016, wpi: int, severity: int | None, *, generalised: bool, lasting: bool | None
) -> bool | None:
    arms = [
        arm
        for arm in rule.arms
        if arm.wpi_min <= wpi <= (wpi if arm.wpi_max is None else arm.wpi_max)
    ]
    if not generalised or not arms or lasting is False:
        return False
    if severity is None or lasting is None:
        return None
    return any(severity >= arm.sss_min for arm in arms)


def _severity(answers: SeverityAnswers, rule: Acr2016) -> int | None:
    scale = rule.symptom_severity_scale
    if len(answers.past_week) < len(scale.past_week):
        return None
    if len(answers.past_six_months) < len(scale.past_six_months):
        return None
    return sum(answers.past_week.values()) + sum(answers.past_six_months.values())


def _missing(answers: SeverityAnswers, rule: Acr2016) -> tuple[str, ...]:
    scale = rule.symptom_severity_scale
    week = (sign.label for sign in scale.past_week if sign.id not in answers.past_week)
    months = (
        sign.label for sign in scale.past_six_months if sign.id not in answers.past_six_months
    )
    lasting = (f"At a similar level for {rule.months_min} months",)
    return (*week, *months, *(lasting if answers.three_months is None else ()))


def _check(answers: SeverityAnswers, rule: Acr2016) -> None:
    scale = rule.symptom_severity_scale
    problems = []
    for field, known in (
        ("past_week", scale.past_week),
        ("past_six_months", scale.past_six_months),
    ):
        ids = [sign.id for sign in known]
        problems += [
            Problem(field=f"{field}.{name}", reason=f"known are {', '.join(ids)}", value=repr(name))
            for name in getattr(answers, field)
            if name not in ids
        ]
    most = len(scale.past_week_levels) - 1
    problems += [
        Problem(field=f"past_week.{name}", reason=f"0 to {most} is allowed", value=repr(level))
        for name, level in answers.past_week.items()
        if level not in range(most + 1)
    ]
    if problems:
        raise InvalidRecord("SeverityAnswers", problems=tuple(problems))


def _text(rule: Acr2016, wpi: int, severity: int | None, *, met: bool | None) -> str:
    numbers = f"widespread pain index {wpi} of 19"
    if severity is not None:
        numbers += f", symptom severity {severity} of {rule.symptom_severity_scale.range[1]}"
    said = {
        True: f"The {rule.name} are met as published",
        False: f"The {rule.name} are not met as published",
        None: f"Whether the {rule.name} are met cannot be said: answers are missing",
    }[met]
    return f"{said} ({numbers})."
