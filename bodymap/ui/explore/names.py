"""What places on the body are called on the Explore page."""

from bodymap.body import Body
from bodymap.ui.wording import LATERALITIES, plain


def name_of(region_id: str, body: Body) -> str:
    """A region in plain words with its side, ready to be shown."""
    region = body.regions[region_id]
    side = f", {LATERALITIES[region.laterality]}" if region.laterality.sign else ""
    return plain(f"{region.plain_label}{side}")
