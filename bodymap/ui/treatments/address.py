"""What the Treatments page shows, as its address says it; pure values."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bodymap.atlas import Atlas
from bodymap.atlas.catalogue import nearest_name
from bodymap.body import Body
from bodymap.ui.links import MUSCLE, REGION, TREATMENT


@dataclass(frozen=True)
class Asked:
    """What the page shows.

    Attributes:
        treatment: Id of the treatment to read; all of them when None.
        region: Id of the group, site or region of the figure they are asked for.
        muscle: Id of the muscle they are asked for.
    """

    treatment: str | None = None
    region: str | None = None
    muscle: str | None = None

    def parameters(self) -> dict[str, str]:
        """The address that shows the same."""
        told = {TREATMENT: self.treatment, REGION: self.region, MUSCLE: self.muscle}
        return {name: value for name, value in told.items() if value}

    @property
    def of_a_place(self) -> bool:
        """Whether treatments are asked for a place, not in general."""
        return self.region is not None or self.muscle is not None


@dataclass(frozen=True)
class Missing:
    """Something the address names that is not there.

    Attributes:
        kind: What it would be, in words.
        name: As the address says it.
        instead: What would be shown with the nearest valid name; None where nothing resembles it.
    """

    kind: str
    name: str
    instead: Asked | None = None


def read(given: Mapping[str, str], atlas: Atlas, body: Body) -> tuple[Asked, tuple[Missing, ...]]:
    """What an address asks for, and what of it is not there; never raises."""
    known = {
        TREATMENT: ("treatment", set(atlas.treatments)),
        REGION: ("part of the body", {*atlas.regions, *body.regions}),
        MUSCLE: ("muscle", set(atlas.muscles)),
    }
    found = {name: given[name] for name, (_, ids) in known.items() if given.get(name) in ids}
    asked = Asked(**found)
    missing = []
    for name, (kind, ids) in known.items():
        wrong = given.get(name)
        if wrong and name not in found:
            nearest = nearest_name(wrong[:100], ids)
            instead = replace(asked, **{name: nearest}) if nearest else None
            missing.append(Missing(kind, wrong, instead))
    return asked, tuple(missing)
