"""First, coarse borders of the regions."""
# ruff: noqa
# mypy: ignore-errors
import numpy as np

J = dict(shoulder=(1.69, 4.94, .19), elbow=(2.39, 2.63, .24), wrist=(3.29, .43, .43))

def claim(c):
    """P n x 3 canonical, W dict of weight sums, ear 0..1, eyeball bool -> index into NAMES"""
    X, y, z = c.away, c.up, c.front; P = c.points_dm; W = c.weights; ear = c.ear; eyeball = c.eyeball; deg = np.degrees; I = np.interp; clip = np.clip
    put = c.give
    # ---------- arm: t along shoulder-elbow (tA) and elbow-wrist (tF); borders bow round the limb
    sh, el, wr = (np.array(J[k]) for k in ("shoulder", "elbow", "wrist")); Q = np.stack([X, y, z], 1)
    u = el - sh; f = wr - el; tA = (Q - sh) @ u / (u @ u); tF = (Q - el) @ f / (f @ f)
    border = 1.27 + (5.75 - y) * .2
    arm = np.where(y > 4.45, X > border, W["arm"] > .5)
    put("axilla", ((X - 1.53) / .34) ** 2 + ((y - 4.38) / .42) ** 2 + ((z - .22) / .42) ** 2 < 1)
    zA = sh[2] + (el[2] - sh[2]) * clip(tA, 0, 1); zF = el[2] + (wr[2] - el[2]) * clip(tF, 0, 1.2)
    off = np.where(tA < 1, z - zA, z - zF); front = off > 0
    xA = sh[0] + u[0] * tA; xF = el[0] + f[0] * tF
    bow = clip(1 - (np.where(tA < 1, X - xA, X - xF) / .42) ** 2, 0, 1)        # 1 on the mid-line of the limb, 0 at its edges
    hand = arm & (tF > 1.03 + .035 * bow)
    for n in ("thumb", "index", "middle", "ring", "little"): put(n, hand & (W[n] > .5))
    k3 = np.array((3.59, -.54, .58)); zh = wr[2] + (wr[1] - y) / (wr[1] - k3[1]) * (k3[2] - wr[2])
    put("palm", hand & (z > zh + .02)); put("hand_back", hand)
    w = arm & (tF > .88 - .035 * bow); put("wrist_front", w & front); put("wrist_back", w)
    w = arm & (tF > .13 + .09 * bow); put("forearm_front", w & front); put("forearm_back", w)
    w = arm & (tA > .89 - .09 * bow); put("elbow_front", w & front); put("elbow_back", w)
    w = arm & (tA > .42 - .14 * np.minimum(1, np.abs(z - .19) / .45)); put("arm_front", w & front); put("arm_back", w)
    put("shoulder_front", arm & (z > .19)); put("shoulder_back", arm)
    # ---------- head: azimuth / elevation round the skull, ellipses on the face
    head = (y > 6.76 - (z + .2) * .44) | ((z > 1.1) & (y > 6))
    hx = np.hypot(X, z - .45); elev = deg(np.arctan2(y - 7.42, hx)); az = deg(np.arctan2(X, z - .45))
    put("ear", head & (ear > .9) & (X > .5))
    put("eye", head & (((X - .30) / .26) ** 2 + ((y - 7.38) / .17) ** 2 < 1) & (z > .8) | eyeball)
    put("nose", head & (z > 1.15) & (y < 7.46) & (y > 6.83) & (X < I(y, [6.83, 6.95, 7.1, 7.46], [.2, .23, .16, .09])))
    put("mouth", head & (z > 1.0) & ((X / .33) ** 2 + ((y - 6.68) / .165) ** 2 < 1))
    put("chin", head & (z > .9) & (y < 6.72) & (X < .22 + (6.72 - y) * .22))
    put("crown", head & (elev > I(az, [0, 45, 90, 180], [42, 43, 37, 44])))
    put("occiput", head & (az > 104) & (y < 7.5) & (y > 5)); put("forehead", head & (az < 46 + .25 * (elev - 20)) & (y > 7.55 - .35 * clip(X - .2, 0, 1)))
    put("occiput", head & (az > 118 - .25 * (elev - 10)))
    put("temple", head & (az < 84 - .35 * (elev - 10)) & (y > 7.24 + .1 * np.cos(np.radians(az * 2))))
    put("parietal", head & (y > 7.35))
    put("jaw", head & (y < 6.62 + .55 * clip((1.25 - z) / .9, 0, 1))); put("cheek", head & (az < 100)); put("occiput", head)
    # ---------- neck
    yb = 5.72 - .28 * z
    neck = (y - yb > 1.2 * (X - .45)) & (y - yb > .12 * (1 - clip(X / .45, 0, 1) ** 2) * np.where(z > .2, -1, 1)) & (y > 5.2)
    put("neck_front", neck & (X < .20 + .09 * (y - 5.4)) & (z > .4)); put("nape", neck & (z < .08 + .15 * (y - 6))); put("neck_side", neck)
    # ---------- angles round leg (th: 0 front, + outer) and trunk (ph: 0 front, 90 side, 180 back)
    zc = I(y, [-8, -7.4, -4, -3.4, -2, -1, 0, 1, 2, 3, 4, 5, 6], [.3, .2, .15, .35, .42, .42, .3, .25, .45, .45, .4, .2, .3])
    ant = z > zc; xc = I(y, [-7.5, -4.8, -3.4, -2, -.5], [1.3, 1.33, 1.2, 1.1, .95])
    th = deg(np.arctan2(X - xc, z - zc)); kc = np.cos(np.radians(th))
    half = I(y, [-1, 0, 1, 2, 3, 4, 5, 5.6], [1.75, 1.72, 1.55, 1.33, 1.32, 1.45, 1.5, 1.4]); dep = I(y, [-1, 0, 1, 2, 3, 4, 5, 6], [.9, 1.05, 1.05, .9, .95, 1.1, .95, .8])
    ph = deg(np.arctan2(X / half, (z - zc) / dep)); back = ph >= 90
    ing = (y - .10) - (X - .12) * 1.17                       # > 0 above the inguinal line (ASIS to pubis)
    fold = -.42 + .22 * (X - .9) ** 2                        # gluteal fold
    t = 1 - (1 - clip((ph - 48) / 80, 0, 1)) ** 2; side = (.10 + (X - .12) * 1.17) * (1 - t) + fold * t   # from the ASIS round to the fold
    leg = np.where((ph > 48) & (ph < 128), y < side, np.where(ant, ing < 0, y < fold))
    put("perineum", (X < .20) & (y < -.05) & (y > -.75) & (z > -.35) & (z < .95))
    put("hip", ((ph - 92) / 34) ** 2 + ((y - .25) / 1.05) ** 2 < 1)
    put("pubis", ant & (y < .78 - .3 * (X / .6) ** 2) & (ing > -.06) & (y > -.4) & (z > .8))
    sg = ((X - .12) + 1.17 * (y - .10)) / 2.6                # 0 at the pubis .. 1 at the ASIS
    put("groin", ant & (np.abs(ing) < .46 * np.sqrt(clip(1 - ((sg - .46) / .56) ** 2, 0, 1))))
    # ---------- leg
    put("toes", W["toes"] > .5)
    foot = y < -7.15
    put("foot_sole", foot & (y < -8.02)); put("heel", foot & (y < -7.35 - .5 * clip(z + .2, 0, 1)) & (z < .22 - .35 * (y + 7.6)))
    put("foot_top", foot & (y < -7.62 + .55 * clip(z - .55, -.5, 1.2))); put("ankle", y < -6.95 + .08 * kc)
    w = y < -3.88 - .20 * kc ** 2; put("shin", w & (th < 28) & (th > -75)); put("leg_outer", w & (th >= 28) & (th < 112)); put("calf", w)
    w = y < -2.98 + .26 * kc ** 2; put("knee_front", w & (np.abs(th) < 92)); put("knee_back", w)
    put("thigh_front", leg & (np.abs(th) < 52)); put("thigh_outer", leg & (th >= 52) & (th < 125)); put("thigh_inner", leg & (th <= -52) & (th > -128)); put("thigh_back", leg)
    # ---------- trunk
    put("trapezius", (z > .3) & (y > 5.30 + .20 * np.sin(clip(X / 1.5, 0, 1) * 1.57))); put("trapezius", (z <= .3) & (X > .36) & (y > 5.02 + .30 * clip(X - .42, 0, 2)))
    put("sacrum", (z < zc) & (y < 1.74) & (X < np.maximum(0, .62 * (clip(y - .5, 0, 9)) ** .8 - .0)) & (X < .5))
    lat = (ph > 64) & (ph < 112)
    put("buttock", (ph > 90) & (y < 1.74 - .35 * (X / 1.5) ** 2)); put("flank", lat & (y < 2.85 - .15 * np.cos(np.radians(2 * (ph - 88))))); put("ribs_side", lat & (y < 4.6))
    put("lumbar", back & (y < 2.78 - .10 * X)); put("mid_back", back & (y < 3.95 - .30 * clip(X - .5, 0, 2)))
    put("interscapular", back & (X < .40 + .10 * ((y - 4.5) / .8) ** 2)); put("scapula", back)
    put("sternum", (X < I(y, [3.4, 3.6, 4.6, 5.1, 5.3], [.04, .14, .16, .22, .3])) & (y > 3.4))
    put("chest_upper", y > 4.40 + .12 * np.cos((X - .8) * 2)); put("chest_lower", y > 3.74 - .16 * np.cos((X - .75) * 2.6) + .25 * clip(X - 1., 0, 1))
    put("ribs_front", y > 3.48 - 1.0 * X ** 1.15); put("abdomen_upper", y > 2.08); put("abdomen_lower", np.ones(len(P), bool))
