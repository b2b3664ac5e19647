"""What was done at a visit, as a table and in sentences."""

from collections.abc import Callable, Iterator, Sequence

from bodymap.atlas import Atlas
from bodymap.exchange.report.blocks import Block, Items, Table
from bodymap.exchange.treatment_words import dose_in_words, unwanted_in_words
from bodymap.records import TreatmentRecord

Where = Callable[[TreatmentRecord], str]
"""Says where a treatment was done; empty if nobody said."""


def treated_in_a_table(
    treatments: Sequence[TreatmentRecord], atlas: Atlas, where: Where
) -> Iterator[Block]:
    """A row for each treatment; nothing where there was none."""
    if not treatments:
        return
    columns = ("Treatment", "Where", "How much", "Pain", "Unwanted effects", "For home")
    rows = tuple(
        (
            _name(each, atlas),
            where(each) or "not said",
            dose_in_words(each.dose) or "not said",
            _pain_around(each) or "not asked",
            unwanted_in_words(each) or "none recorded",
            " ".join(each.home_advice.split()),
        )
        for each in treatments
    )
    caption = "Pain: right before and right after, 0 to 10."
    yield Table(caption, columns, (2.2, 2.2, 1.6, 1.2, 1.8, 2.4), rows)


def treated_in_sentences(
    treatments: Sequence[TreatmentRecord], atlas: Atlas, where: Where
) -> Iterator[Block]:
    """A sentence for each treatment; nothing where there was none."""
    told = []
    for each in treatments:
        pain, unwanted = _pain_around(each), unwanted_in_words(each)
        parts = (
            _name(each, atlas),
            where(each),
            dose_in_words(each.dose),
            f"pain {pain}" if pain else "",
            f"unwanted: {unwanted}" if unwanted else "",
        )
        told.append(f"{', '.join(part for part in parts if part)}.")
    if told:
        yield Items(tuple(told))


def _name(done: TreatmentRecord, atlas: Atlas) -> str:
    known = atlas.treatments
    return (
        known[done.treatment].name if done.treatment in known else done.treatment.replace("_", " ")
    )


def _pain_around(done: TreatmentRecord) -> str:
    """Pain right before and right after, such as "6, then 2"."""
    before, after = done.pain_before, done.pain_after
    if before and after:
        return f"{before.nrs}, then {after.nrs}"
    if before:
        return f"{before.nrs} before"
    return f"{after.nrs} after" if after else ""
