"""Names of the regions that the pelvic-floor charts draw."""

from tools.figure.partition.names import Place, regions_of

PLACES = (
    Place("pubic_bone_symphysis", "pubic_bone", "Pubic symphysis",
          "Pubic bone, where its halves meet", midline=True),
    Place("pubic_bone_ramus", "pubic_bone", "Ischiopubic ramus",
          "Pubic bone, arm towards the sit bone"),
    Place("sit_bone_tuberosity", "sit_bone", "Ischial tuberosity, from below",
          "Sit bone, seen from below"),
    Place("coccyx_tip", "coccyx", "Tip of the coccyx", "Tip of the tailbone", midline=True),
    Place("pelvic_floor_puborectalis", "pelvic_floor", "Puborectalis and pubococcygeus",
          "Pelvic floor, front sling"),
    Place("pelvic_floor_iliococcygeus", "pelvic_floor", "Iliococcygeus",
          "Pelvic floor, side part"),
    Place("pelvic_floor_coccygeus", "pelvic_floor", "Coccygeus",
          "Pelvic floor, back part beside the tailbone"),
    Place("pelvic_floor_obturator_internus", "pelvic_floor", "Obturator internus",
          "Deep hip muscle at the side wall of the pelvis"),
    Place("pelvic_floor_bulbospongiosus", "pelvic_floor", "Bulbospongiosus",
          "Muscle around the base of the genitals"),
    Place("pelvic_floor_ischiocavernosus", "pelvic_floor", "Ischiocavernosus",
          "Muscle along the arm of the pubic bone"),
    Place("pelvic_floor_transverse_perineal", "pelvic_floor", "Superficial transverse perineal",
          "Muscle across, from the sit bone to the middle"),
    Place("perineum_body", "perineum", "Perineal body",
          "Firm spot in front of the anus", midline=True, small=True),
    Place("anus_rectum_sphincter", "anus_rectum", "Anus and anal sphincter",
          "Anus and its ring muscle", midline=True),
    Place("genitals_vulva_labia", "genitals_vulva", "Labia", "Outer female genitals, lips"),
    Place("genitals_vulva_clitoris", "genitals_vulva", "Clitoris", "Clitoris",
          midline=True, small=True),
    Place("genitals_vulva_urethra", "genitals_vulva", "Urethral opening, vulva",
          "Opening of the urethra, where you pee", midline=True, small=True),
    Place("vagina_opening", "vagina", "Vaginal opening", "Opening of the vagina", midline=True),
    Place("genitals_penis", "genitals_penis", "Penis", "Penis", midline=True),
    Place("testicle_scrotum", "testicle_scrotum", "Testicle and scrotum",
          "Testicle and its skin (scrotum)"),
)  # fmt: skip

REGIONS = regions_of(("buttocks" if p.site == "sit_bone" else "pelvis", p) for p in PLACES)
NUMBER = {r.id: k for k, r in enumerate(REGIONS)}


def other_side(number: int) -> int:
    """Number of the region at the mirror image."""
    swap = {"RIGHT": ".left", "LEFT": ".right", "MIDLINE": ""}
    region = REGIONS[number]
    return NUMBER[region.base + swap[region.laterality]]
