"""The drawn shapes of the pelvic-floor charts, from below: pubic bone on top, tailbone below.

Points are (distance from the mid-line, y) in view units, y down, on one half; the other half is
the mirror image. About 42 units are a centimetre: the outlet of an adult pelvis measures some
10 to 11 cm from pubic symphysis to tailbone and as much between the sit bones. It is a chart, not
a picture: deep muscles are shown where the shallow ones leave a gap, and every shape is simplified.
Arrangement of the muscles and run of their fibres after Gray's Anatomy, perineum from below.
"""

from dataclasses import dataclass

from tools.figure.pelvic_floor.curves import Floats, Points, ellipse, half, loop

WIDTH = 600
HEIGHT = 600


@dataclass(frozen=True)
class Fibres:
    """Lines of a muscle: from the first authored line to the last, evenly between them.

    Attributes:
        first: points of the first line.
        last: points of the last line, as many.
        count: number of lines, both included.
    """

    first: Points
    last: Points
    count: int


@dataclass(frozen=True, eq=False)
class Shape:
    """One authored shape of one region.

    Attributes:
        base: region it belongs to, without side.
        polygon: (n, 2) closed, (distance from the mid-line, y).
        level: height of its edge above the deepest layer, view units; for shading only.
        rise: how much its middle stands out above its edge (negative: a hollow), view units.
        reach: how far from its edge it goes on rising, view units.
        fibres: lines drawn on it.
    """

    base: str
    polygon: Floats
    level: float = 0.0
    rise: float = 5.0
    reach: float = 12.0
    fibres: Fibres | None = None


# Bottom to top: a later shape hides the earlier ones.
DEEP = (
    Shape(
        "pelvic_floor_iliococcygeus",
        half([(0, 330), (90, 322), (196, 312), (222, 330), (226, 400), (190, 430), (110, 480),
              (50, 520), (0, 530)]),
        level=-7, rise=3, reach=40,
        fibres=Fibres([(112, 326), (98, 384), (62, 440), (0, 466)],
                      [(214, 420), (150, 444), (80, 482), (0, 508)], 14),
    ),
    Shape(
        "pelvic_floor_obturator_internus",
        loop([(160, 306), (212, 318), (222, 380), (222, 420), (196, 432), (168, 414), (150, 380),
              (146, 346), (150, 322)]),
        level=-5, rise=6, reach=26,
        fibres=Fibres([(148, 318), (148, 350), (154, 384), (180, 424)],
                      [(196, 318), (200, 350), (206, 384), (222, 424)], 7),
    ),
    Shape(
        "pelvic_floor_coccygeus",
        loop([(6, 506), (50, 484), (110, 454), (164, 427), (208, 402), (240, 396), (238, 420),
              (208, 464), (152, 512), (90, 550), (34, 570), (8, 562)]),
        level=-5, rise=7, reach=30,
        fibres=Fibres([(6, 506), (60, 480), (130, 444), (216, 400)],
                      [(24, 574), (90, 552), (164, 506), (240, 424)], 10),
    ),
    Shape(
        "pelvic_floor_puborectalis",
        half([(0, 96), (60, 104), (120, 170), (190, 270), (214, 318), (150, 328), (0, 330)]),
        level=-7, rise=3, reach=24,
        fibres=Fibres([(30, 100), (64, 170), (84, 260), (78, 340)],
                      [(40, 96), (100, 170), (156, 262), (190, 340)], 12),
    ),
    Shape(
        "pelvic_floor_puborectalis",
        half([(0, 300), (60, 310), (80, 336), (82, 384), (68, 426), (38, 452), (0, 462)]),
        level=-4, rise=5, reach=24,
        fibres=Fibres([(46, 326), (44, 384), (32, 424), (0, 438)],
                      [(80, 326), (81, 384), (60, 434), (0, 461)], 8),
    ),
)  # fmt: skip

SHALLOW = (
    Shape(
        "pelvic_floor_transverse_perineal",
        loop([(2, 314), (50, 313), (110, 307), (176, 294), (196, 306), (188, 322), (120, 329),
              (60, 336), (2, 340)]),
        level=-3, rise=5, reach=12,
        fibres=Fibres([(0, 316), (60, 314), (120, 308), (190, 296)],
                      [(0, 338), (60, 334), (120, 327), (190, 320)], 7),
    ),
    Shape(
        "pelvic_floor_ischiocavernosus",
        loop([(22, 96), (64, 88), (130, 150), (190, 250), (206, 304), (190, 322), (166, 304),
              (136, 250), (102, 190), (70, 148), (38, 122)]),
        level=-3, rise=5, reach=16,
        fibres=Fibres([(34, 116), (84, 164), (136, 248), (180, 318)],
                      [(44, 100), (110, 140), (170, 232), (206, 300)], 7),
    ),
    Shape(
        "pelvic_floor_bulbospongiosus",
        half([(0, 108), (30, 118), (64, 152), (87, 204), (88, 252), (68, 298), (38, 320),
              (0, 326)]),
        level=-3, rise=6, reach=18,
        fibres=Fibres([(20, 118), (57, 190), (57, 254), (8, 318)],
                      [(26, 112), (85, 190), (90, 262), (30, 328)], 9),
    ),
)  # fmt: skip

MIDDLE = (
    Shape(
        "anus_rectum_sphincter", ellipse((0, 387), (36, 45)), level=-3, rise=6, reach=20,
        fibres=Fibres([(0, 346), (30, 366), (30, 408), (0, 428)],
                      [(0, 374), (8, 381), (8, 393), (0, 400)], 6),
    ),
    Shape("anus_rectum_sphincter", ellipse((0, 387), (7, 13)), level=2, rise=-3, reach=8),
    Shape("perineum_body", ellipse((0, 327), (27, 17)), level=-1, rise=4, reach=14),
)  # fmt: skip

BONES = (
    Shape(
        "pubic_bone_ramus",
        loop([(16, 34), (58, 38), (104, 72), (150, 134), (190, 202), (224, 262), (246, 304),
              (214, 330), (190, 296), (152, 228), (118, 172), (86, 132), (54, 108), (18, 104)]),
        level=0, rise=11, reach=24,
    ),
    Shape(
        "pubic_bone_symphysis",
        half([(0, 33), (14, 34), (21, 50), (22, 80), (15, 104), (0, 112)]),
        level=4, rise=5, reach=16,
    ),
    Shape(
        "sit_bone_tuberosity",
        loop([(214, 276), (234, 276), (254, 306), (266, 346), (264, 384), (246, 409), (218, 405),
              (199, 376), (196, 330)]),
        level=3, rise=13, reach=34,
    ),
    Shape(
        "coccyx_tip",
        half([(0, 494), (8, 497), (13, 512), (20, 536), (28, 556), (27, 572), (0, 580)]),
        level=-1, rise=9, reach=16,
    ),
)  # fmt: skip

# The field of the outer genitals between the two bulbospongiosus muscles, the same in both charts.
_FIELD = [(0, 114), (22, 122), (46, 154), (60, 202), (58, 250), (38, 292), (0, 312)]

FEMALE = (
    Shape("genitals_vulva_labia", half(_FIELD), level=-1, rise=0),
    Shape(
        "genitals_vulva_labia",
        loop([*_FIELD, (13, 286), (21, 244), (19, 200), (13, 158), (6, 130)]),
        level=-1, rise=6, reach=22,
    ),
    Shape("vagina_opening", ellipse((0, 248), (13, 33)), level=-1, rise=-0.8, reach=14),
    Shape("genitals_vulva_urethra", ellipse((0, 194), (6.5, 7.5)), level=-0.8, rise=-0.6, reach=7),
    Shape("genitals_vulva_clitoris", half([(0, 128), (8, 133), (11, 148), (8, 164), (0, 169)]),
          level=0, rise=3, reach=10),
)  # fmt: skip

MALE = (
    Shape(
        "pelvic_floor_bulbospongiosus", half(_FIELD), level=-2, rise=4, reach=22,
        fibres=Fibres([(0, 316), (20, 300), (44, 276), (64, 240)],
                      [(0, 270), (20, 254), (44, 230), (64, 194)], 5),
    ),
    Shape(
        "testicle_scrotum",
        loop([(0, 120), (22, 122), (46, 154), (60, 202), (56, 244), (34, 270), (10, 268), (1, 254),
              (0, 220), (0, 160)]),
        level=1, rise=13, reach=38,
    ),
    Shape("genitals_penis", half([(0, 113), (16, 116), (27, 136), (28, 162), (19, 186), (0, 195)]),
          level=7, rise=11, reach=26),
)  # fmt: skip
