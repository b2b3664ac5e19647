"""What is asked about the dose of each treatment, in the treatment's own terms."""

from collections.abc import Mapping
from typing import Final

_PRESSED: Final = {
    "seconds": "Seconds each time",
    "times": "Times",
    "pain_allowed": "Pain allowed, 0 to 10",
}
_NEEDLED: Final = {"times": "Passes of the needle", "seconds": "Seconds in place"}
_INJECTED: Final = {"substance": "What was injected", "amount_ml": "How much, mL"}
_OTHER: Final = {"times": "Times", "seconds": "Seconds", "other": "Dose in words"}

#: Fields of a dose and what they are called, by the id of the treatment in the atlas.
DOSES: Final[Mapping[str, Mapping[str, str]]] = {
    "acupuncture": {"times": "Needles", "seconds": "Seconds in place"},
    "botulinum_toxin": _INJECTED,
    "cupping": {"times": "Cups", "seconds": "Seconds in place", "other": "How"},
    "dry_needling_ims": _NEEDLED,
    "education_psychology": {"other": "What was explained or practised"},
    "eswt": {"times": "Pulses", "other": "Energy, as set on the device"},
    "heat_and_cold": {"seconds": "Seconds", "other": "Heat or cold, and how"},
    "hydrostatic_ims": _INJECTED,
    "intramuscular_trp_release": _NEEDLED,
    "kinesio_taping": {"other": "Tape, and how it was laid"},
    "laser": {"seconds": "Seconds at each point", "other": "Energy, as set on the device"},
    "manual_pressure_release": _PRESSED,
    "pelvic_floor_myofascial_pt": _PRESSED,
    "self_massage": _PRESSED,
    "spray_and_stretch": {"times": "Sweeps", "other": "Spray, and stretch"},
    "stretching_exercise": {"seconds": "Seconds each time", "times": "Times", "other": "Exercise"},
    "trigger_point_injection": _INJECTED,
    "ultrasound_tens": {"seconds": "Seconds", "other": "Device, and its settings"},
}


def asked_of(treatment: str) -> Mapping[str, str]:
    """What is asked of a treatment's dose, also of one that this atlas does not know."""
    return DOSES.get(treatment, _OTHER)
