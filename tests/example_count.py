"""How many examples a costly property is tried on."""

from hypothesis import settings


def at_most(most: int) -> int:
    """So many, or fewer where the profile asks for fewer of any."""
    return min(most, settings.default.max_examples)


def examples(*, fast: int, whole: int, nightly: int) -> int:
    """So many in the profile at hand."""
    counts = {"fast": fast, "nightly": nightly}
    return counts.get(settings.get_current_profile_name(), whole)
