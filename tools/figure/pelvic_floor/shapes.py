"""The drawn shapes of the pelvic-floor charts, from below: pubic bone on top, tailbone below.

Points are (distance from the mid-line, y) in view units, y down, on one half; the other half is
the mirror image. About 42 units are a centimetre: the outlet of an adult pelvis measures some
10 to 11 cm from pubic symphysis to tailbone and as much between the sit bones. It is a chart, not
a picture: deep muscles are shown where the shallow ones leave a gap, and every shape is simplified.
Arrangement of the muscles after Gray's Anatomy, perineum from below.
"""

from dataclasses import dataclass

from tools.figure.pelvic_floor.curves import Floats, ellipse, half, loop

WIDTH = 600
HEIGHT = 600


@dataclass(frozen=True, eq=False)
class Shape:
    """One authored shape of one region.

    Attributes:
        base: region it belongs to, without side.
        polygon: (n, 2) closed, (distance from the mid-line, y).
        level: height of its edge above the deepest layer, view units; for shading only.
        rise: how much its middle stands out above its edge (negative: a hollow), view units.
        reach: how far from its edge it goes on rising, view units.
    """

    base: str
    polygon: Floats
    level: float = 0.0
    rise: float = 5.0
    reach: float = 12.0


# Bottom to top: a later shape hides the earlier ones.
DEEP = (
    Shape(
        "pelvic_floor_iliococcygeus",
        half([(0, 330), (90, 322), (190, 318), (204, 372), (190, 428), (110, 480), (50, 520),
              (0, 530)]),
        level=-14, rise=6, reach=40,
    ),
    Shape(
        "pelvic_floor_obturator_internus",
        loop([(166, 312), (198, 330), (214, 380), (222, 420), (196, 432), (166, 416), (146, 382),
              (140, 346), (146, 322)]),
        level=-8, rise=7, reach=20,
    ),
    Shape(
        "pelvic_floor_coccygeus",
        loop([(8, 508), (50, 486), (110, 458), (164, 430), (212, 408), (228, 424), (204, 460),
              (150, 508), (88, 548), (34, 570), (10, 560)]),
        level=-8, rise=8, reach=22,
    ),
    Shape(
        "pelvic_floor_puborectalis",
        half([(0, 96), (60, 104), (120, 170), (172, 270), (176, 318), (110, 328), (0, 330)]),
        level=-12, rise=5, reach=24,
    ),
    Shape(
        "pelvic_floor_puborectalis",
        half([(0, 300), (60, 310), (82, 336), (82, 384), (68, 426), (38, 454), (0, 464)]),
        level=-8, rise=9, reach=22,
    ),
)  # fmt: skip

SHALLOW = (
    Shape(
        "pelvic_floor_transverse_perineal",
        loop([(4, 318), (50, 314), (110, 306), (176, 296), (194, 308), (190, 326), (120, 332),
              (60, 336), (4, 336)]),
        level=-3, rise=8, reach=12,
    ),
    Shape(
        "pelvic_floor_ischiocavernosus",
        loop([(26, 100), (64, 92), (130, 150), (190, 260), (202, 312), (182, 320), (166, 298),
              (138, 246), (106, 190), (74, 148), (44, 124)]),
        level=-2, rise=9, reach=14,
    ),
    Shape(
        "pelvic_floor_bulbospongiosus",
        half([(0, 108), (30, 120), (62, 154), (84, 204), (86, 254), (66, 300), (34, 320),
              (0, 324)]),
        level=0, rise=10, reach=16,
    ),
)  # fmt: skip

MIDDLE = (
    Shape("anus_rectum_sphincter", ellipse((0, 388), (38, 46)), level=2, rise=8, reach=16),
    Shape("perineum_body", ellipse((0, 327), (34, 19)), level=4, rise=6, reach=12),
)

BONES = (
    Shape(
        "pubic_bone_ramus",
        loop([(22, 40), (62, 48), (106, 84), (148, 142), (188, 206), (222, 262), (238, 300),
              (200, 316), (180, 282), (150, 228), (118, 176), (84, 132), (54, 108), (26, 100)]),
        level=10, rise=14, reach=20,
    ),
    Shape("pubic_bone_symphysis", half([(0, 36), (20, 38), (30, 54), (30, 86), (20, 106), (0, 112)]),
          level=12, rise=9, reach=16),
    Shape(
        "sit_bone_tuberosity",
        loop([(212, 272), (246, 292), (266, 334), (266, 382), (246, 412), (214, 408), (192, 376),
              (188, 326)]),
        level=12, rise=18, reach=28,
    ),
    Shape("coccyx_tip", half([(0, 494), (10, 498), (17, 516), (26, 540), (32, 562), (26, 578),
                              (0, 582)]),
          level=6, rise=12, reach=14),
)  # fmt: skip

# The field of the outer genitals between the two bulbospongiosus muscles, the same in both charts.
_FIELD = half([(0, 114), (22, 124), (46, 156), (58, 202), (56, 250), (36, 292), (0, 310)])

FEMALE = (
    Shape("genitals_vulva_labia", _FIELD, level=6, rise=9, reach=18),
    Shape("vagina_opening", ellipse((0, 246), (20, 36)), level=2, rise=-9, reach=16),
    Shape("genitals_vulva_urethra", ellipse((0, 190), (9, 9)), level=6, rise=-4, reach=8),
    Shape("genitals_vulva_clitoris", ellipse((0, 146), (12, 17)), level=8, rise=5, reach=8),
)

MALE = (
    Shape("pelvic_floor_bulbospongiosus", _FIELD, level=4, rise=6, reach=20),
    Shape(
        "testicle_scrotum",
        half([(0, 118), (22, 124), (46, 156), (58, 202), (54, 244), (32, 270), (0, 262)]),
        level=10, rise=16, reach=30,
    ),
    Shape("genitals_penis", half([(0, 112), (20, 118), (30, 140), (28, 172), (0, 190)]),
          level=18, rise=14, reach=22),
)  # fmt: skip
