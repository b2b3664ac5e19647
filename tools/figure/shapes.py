"""The five figures as mixtures of morph targets of the base mesh.

Names of macro targets are products (`universal-male-young-averagemuscle-averageweight`), so the
weight of one target is the product of the weights of its parts. A value beyond the end of its ramp
extrapolates the last step: the broad build needs that, since the targets end at a slim body.
"""

import itertools
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_MACRO = "macrodetails/"
_STATUE: Mapping[str, float] = MappingProxyType(
    {
        # closed lids look calm; open eyes without iris look uncanny
        "faceunits/eyeBlinkLeft": 1.0,
        "faceunits/eyeBlinkRight": 1.0,
        "hands/l-hand-fingers-distance-decr": 0.5,
        "hands/r-hand-fingers-distance-decr": 0.5,
    }
)


@dataclass(frozen=True)
class Recipe:
    """How one figure is mixed.

    Attributes:
        male: 0 female to 1 male.
        age: 0 baby, 0.1875 child, 0.5 young adult, 1 old.
        muscle: 0 to 1.
        weight: 0 to 1; above 1 extrapolates.
        proportions: 0 uncommon to 1 idealised.
        cup: breast size, 0 to 1.
        firm: breast firmness, 0 to 1.
        extra: weights of single targets by name.
    """

    male: float = 0.5
    age: float = 0.5
    muscle: float = 0.5
    weight: float = 0.5
    proportions: float = 0.5
    cup: float = 0.5
    firm: float = 0.5
    extra: Mapping[str, float] = field(default_factory=dict)


REFERENCE = Recipe()
"""The body whose anatomical pose carries the region borders; never drawn."""

RECIPES: Mapping[str, Recipe] = MappingProxyType(
    {
        # The targets' average is a slim twenty-year-old; these weights give an everyday adult
        # (volume times 1.01 kg/l over height squared: 22, 21, 24 kg/m2; the child 17, broad 29).
        "neutral": Recipe(muscle=0.75, weight=0.8, proportions=0.7, cup=0.1, extra=_STATUE),
        "female": Recipe(
            male=0.0, muscle=0.55, weight=1.0, proportions=0.7, cup=0.4, extra=_STATUE
        ),
        "male": Recipe(male=1.0, muscle=0.7, weight=0.85, proportions=0.7, cup=0.0, extra=_STATUE),
        "child": Recipe(age=0.24, weight=0.6, cup=0.0, extra=_STATUE),
        "broad": Recipe(muscle=0.45, weight=1.85, cup=0.3, extra=_STATUE),
    }
)


def _ramp(value: float, *knots: tuple[float, str]) -> dict[str, float]:
    """Weights of the two knots beside `value`; beyond the last knot the last step goes on."""
    for (a, name_a), (b, name_b) in itertools.pairwise(knots):
        if value <= b or b == knots[-1][0]:
            t = (value - a) / (b - a)
            return {name_a: 1 - t, name_b: t}
    raise AssertionError(knots)


def morph_weights(recipe: Recipe) -> dict[str, float]:
    """Weight of every morph target of a recipe.

    Returns:
        Target name to weight, zero weights left out. Some products name targets that the source
        does not have (an average is the base mesh itself); the source knows which.
    """
    sex = {"male": recipe.male, "female": 1 - recipe.male}
    age = _ramp(recipe.age, (0, "baby"), (0.1875, "child"), (0.5, "young"), (1, "old"))
    muscle = _ramp(recipe.muscle, (0, "minmuscle"), (0.5, "averagemuscle"), (1, "maxmuscle"))
    weight = _ramp(recipe.weight, (0, "minweight"), (0.5, "averageweight"), (1, "maxweight"))
    proportions = _ramp(
        recipe.proportions, (0, "uncommonproportions"), (0.5, ""), (1, "idealproportions")
    )
    cup = _ramp(recipe.cup, (0, "mincup"), (0.5, "averagecup"), (1, "maxcup"))
    firm = _ramp(recipe.firm, (0, "minfirmness"), (0.5, "averagefirmness"), (1, "maxfirmness"))
    origin = dict.fromkeys(("african", "asian", "caucasian"), 1 / 3)
    out: dict[str, float] = {}

    def add(name: str, *factors: float) -> None:
        product = math.prod(factors)
        if abs(product) > 1e-9:  # noqa: PLR2004 - a weight below this moves no vertex visibly
            out[name] = out.get(name, 0.0) + product

    for (o, fo), (s, fs), (a, fa) in itertools.product(origin.items(), sex.items(), age.items()):
        add(f"{_MACRO}{o}-{s}-{a}", fo, fs, fa)
    for (s, fs), (a, fa), (m, fm), (w, fw) in itertools.product(
        sex.items(), age.items(), muscle.items(), weight.items()
    ):
        build, f = f"{s}-{a}-{m}-{w}", fs * fa * fm * fw
        add(f"{_MACRO}universal-{build}", f)
        for p, fp in proportions.items():
            if p:
                add(f"{_MACRO}proportions/{build}-{p}", f, fp)
        for (c, fc), (k, fk) in itertools.product(cup.items(), firm.items()):
            add(f"breast/{build}-{c}-{k}", f, fc, fk)
    for name, f in recipe.extra.items():
        add(name, f)
    return out
