### Places of the body by everyday name, as a person says them within a sentence: small letters
### except where the language writes a capital anyway. The first letter of a line is made large by
### the program. " | " stands between a part and its whole: of two parts of one whole the whole is
### said once, "front and side of the shoulder".
###
### In a language whose words change with the side, `.sided` is the place with a side in it. Every
### attribute of `side-left` and `side-right` is a value that can stand there, so that a language
### brings the endings that it needs. Without `.sided`, `place-sided` is used.

side-left = left
side-right = right
side-bilateral = both sides
place-sided = { $place }, { $side }
# A place that is felt inside the body and cannot be touched.
place-inside = { $place }, inside
place-inside-sided = { $place }, inside, { $side }

place-top-of-the-head = top | of the head
place-forehead = forehead
place-eyebrow = eyebrow
place-temple = temple
place-side-of-the-head-above-the-ear = side | of the head above the ear
place-back-of-the-head-upper-part = back | of the head, upper part
place-back-of-the-head-lower-part = back | of the head, lower part
place-bone-behind-the-ear = bone behind the ear
place-eye = eye
place-ear = ear
place-jaw-joint = jaw joint
place-corner-of-the-jaw = corner | of the jaw
place-lower-jaw = lower jaw
place-cheekbone = cheekbone
place-cheek = cheek
place-nose = nose
place-mouth = mouth
place-chin = chin
place-just-under-the-skull = just under the skull
place-back-of-the-neck-upper-half = back | of the neck, upper half
place-back-of-the-neck-lower-half = back | of the neck, lower half
place-side-of-the-neck-over-the-slanting-muscle = side | of the neck, over the slanting muscle
place-side-of-the-neck-behind-the-slanting-muscle = side | of the neck, behind the slanting muscle
place-front-of-the-neck = front | of the neck
place-under-the-jaw = under the jaw
place-where-the-neck-meets-the-shoulder-back = where the neck meets the shoulder, back
place-hollow-above-the-collarbone = hollow above the collarbone
place-point-of-the-shoulder = point | of the shoulder
place-front-of-the-shoulder = front | of the shoulder
place-side-of-the-shoulder = side | of the shoulder
place-back-of-the-shoulder = back | of the shoulder
place-armpit = armpit
place-top-of-the-shoulder = top | of the shoulder
place-shoulder-blade-above-its-ridge = shoulder blade, above its ridge
place-shoulder-blade-below-its-ridge = shoulder blade, below its ridge
place-outer-edge-of-the-shoulder-blade = outer edge | of the shoulder blade
place-upper-inner-corner-of-the-shoulder-blade = upper inner corner | of the shoulder blade
place-inner-edge-of-the-shoulder-blade = inner edge | of the shoulder blade
place-lower-tip-of-the-shoulder-blade = lower tip | of the shoulder blade
place-over-the-spine-upper-back = over the spine, upper back
place-over-the-spine-between-the-shoulder-blades = over the spine, between the shoulder blades
place-over-the-spine-middle-of-the-back = over the spine, middle | of the back
place-beside-the-spine-upper-back = beside the spine, upper back
place-beside-the-spine-between-the-shoulder-blades = beside the spine, between the shoulder blades
place-between-the-spine-and-the-shoulder-blade = between the spine and the shoulder blade
place-beside-the-spine-middle-of-the-back = beside the spine, middle | of the back
place-back-just-below-the-shoulder-blade = back, just below the shoulder blade
place-over-the-lower-ribs-at-the-back = over the lower ribs at the back
place-over-the-spine-upper-part-of-the-lower-back = over the spine, upper part | of the lower back
place-over-the-spine-lowest-part-of-the-back = over the spine, lowest part | of the back
place-beside-the-spine-upper-part-of-the-lower-back = beside the spine, upper part | of the lower back
place-beside-the-spine-lowest-part-of-the-back = beside the spine, lowest part | of the back
place-lower-back-outer-part = lower back, outer part
place-top-edge-of-the-hip-bone-back = top edge | of the hip bone, back
place-top-edge-of-the-hip-bone-side = top edge | of the hip bone, side
place-dimple-at-the-back-of-the-pelvis = dimple at the back | of the pelvis
place-flat-bone-at-the-base-of-the-spine = flat bone at the base | of the spine
place-tailbone = tailbone
place-buttock-upper-inner-part = buttock, upper inner part
place-buttock-upper-outer-part = buttock, upper outer part
place-buttock-middle-near-the-cleft = buttock, middle, near the cleft
place-buttock-middle-outer-part = buttock, middle, outer part
place-buttock-lower-part = buttock, lower part
place-crease-under-the-buttock = crease under the buttock
place-sit-bone = sit bone
place-groin-outer-part = groin, outer part
place-groin-inner-part = groin, inner part
place-pubic-bone = pubic bone
place-between-the-legs = between the legs
place-side-of-the-hip = side | of the hip
place-bony-bump-at-the-side-of-the-hip = bony bump at the side | of the hip
place-front-of-the-hip = front | of the hip
place-back-of-the-hip-joint = back | of the hip joint
place-collarbone = collarbone
place-chest-below-the-collarbone = chest, below the collarbone
place-chest-beside-the-armpit = chest, beside the armpit
place-chest-below-the-breast = chest, below the breast
place-breast = breast
place-nipple = nipple
place-breastbone = breastbone
place-side-of-the-chest-upper = side | of the chest, upper
place-side-of-the-chest-lower = side | of the chest, lower
place-lower-edge-of-the-ribs = lower edge | of the ribs
place-upper-belly = upper belly
place-around-the-belly-button = around the belly button
place-lower-belly-near-the-middle = lower belly, near the middle
place-lower-belly-outer-part = lower belly, outer part
place-waist-front-part = waist, front part
place-side-of-the-waist = side | of the waist
place-just-above-the-pubic-bone = just above the pubic bone
place-front-of-the-upper-arm = front | of the upper arm
place-back-of-the-upper-arm = back | of the upper arm
place-outer-upper-arm = outer upper arm
place-inner-upper-arm = inner upper arm
place-outer-elbow = outer elbow
place-inner-elbow = inner elbow
place-point-of-the-elbow = point | of the elbow
place-inner-crease-of-the-elbow = inner crease | of the elbow
place-palm-side-of-the-forearm = palm side | of the forearm
place-back-of-the-forearm = back | of the forearm
place-forearm-thumb-side = forearm, thumb side
place-forearm-little-finger-side = forearm, little-finger side
place-palm-side-of-the-wrist = palm side | of the wrist
place-back-of-the-wrist = back | of the wrist
place-back-of-the-hand = back | of the hand
place-palm = palm
place-ball-of-the-thumb = ball | of the thumb
place-web-between-thumb-and-index-finger = web between thumb and index finger
place-thumb = thumb
place-index-finger = index finger
place-middle-finger = middle finger
place-ring-finger = ring finger
place-little-finger = little finger
place-front-of-the-thigh = front | of the thigh
place-back-of-the-thigh = back | of the thigh
place-inner-thigh = inner thigh
place-outer-thigh = outer thigh
place-front-of-the-knee = front | of the knee
place-inner-knee = inner knee
place-outer-knee = outer knee
place-back-of-the-knee = back | of the knee
place-calf = calf
place-shin = shin
place-outer-lower-leg = outer lower leg
place-inner-lower-leg = inner lower leg
place-achilles-tendon = Achilles tendon
place-front-of-the-ankle = front | of the ankle
place-inner-ankle = inner ankle
place-outer-ankle = outer ankle
place-heel = heel
place-top-of-the-foot = top | of the foot
place-sole-of-the-foot = sole | of the foot
place-inner-arch-of-the-foot = inner arch | of the foot
place-ball-of-the-foot = ball | of the foot
place-outer-edge-of-the-foot = outer edge | of the foot
place-big-toe = big toe
place-other-toes = other toes
place-pubic-bone-where-its-halves-meet = pubic bone, where its halves meet
place-pubic-bone-arm-towards-the-sit-bone = pubic bone, arm towards the sit bone
place-sit-bone-seen-from-below = sit bone, seen from below
place-tip-of-the-tailbone = tip | of the tailbone
place-pelvic-floor-front-sling = pelvic floor, front sling
place-pelvic-floor-side-part = pelvic floor, side part
place-pelvic-floor-back-part-beside-the-tailbone = pelvic floor, back part beside the tailbone
place-deep-hip-muscle-at-the-side-wall-of-the-pelvis = deep hip muscle at the side wall | of the pelvis
place-muscle-around-the-base-of-the-genitals = muscle around the base | of the genitals
place-muscle-along-the-arm-of-the-pubic-bone = muscle along the arm | of the pubic bone
place-muscle-across-from-the-sit-bone-to-the-middle = muscle across, from the sit bone to the middle
place-firm-spot-in-front-of-the-anus = firm spot in front | of the anus
place-anus-and-its-ring-muscle = anus and its ring muscle
place-outer-female-genitals-lips = outer female genitals, lips
place-clitoris = clitoris
place-opening-of-the-urethra-where-you-pee = opening | of the urethra, where you pee
place-opening-of-the-vagina = opening | of the vagina
place-penis = penis
place-testicle-and-its-skin-scrotum = testicle and its skin (scrotum)
place-upper-teeth = upper teeth
place-lower-teeth = lower teeth
place-deep-inside-the-head = deep inside the head
place-deep-inside-the-pelvis = deep inside the pelvis
place-bladder-or-urethra-felt-inside = bladder or urethra (felt inside)

## Parts of the body, broadly, where pain moves from and to: "from the neck to the left hand"

# $from and $to are such parts.
arrow = from { $from } to { $to }
# Where both are in one part: the part, and the place in it.
arrow-place = { $part } ({ $place })
arrow-beside = a place beside the body
part-abdomen = { $side ->
    [left] the left side of the belly
    [right] the right side of the belly
   *[middle] the middle of the belly
}
part-ankle = { $side ->
    [left] the left ankle
    [right] the right ankle
   *[middle] the middle of the ankle
}
part-big-toe = { $side ->
    [left] the left big toe
    [right] the right big toe
   *[middle] the middle of the big toe
}
part-buttock = { $side ->
    [left] the left buttock
    [right] the right buttock
   *[middle] the middle of the buttock
}
part-chest = { $side ->
    [left] the left side of the chest
    [right] the right side of the chest
   *[middle] the middle of the chest
}
part-chin = the chin
part-ear = { $side ->
    [left] the left ear
    [right] the right ear
   *[middle] the middle of the ear
}
part-elbow = { $side ->
    [left] the left elbow
    [right] the right elbow
   *[middle] the middle of the elbow
}
part-face = { $side ->
    [left] the left side of the face
    [right] the right side of the face
   *[middle] the middle of the face
}
part-foot = { $side ->
    [left] the left foot
    [right] the right foot
   *[middle] the middle of the foot
}
part-forearm = { $side ->
    [left] the left forearm
    [right] the right forearm
   *[middle] the middle of the forearm
}
part-hand = { $side ->
    [left] the left hand
    [right] the right hand
   *[middle] the middle of the hand
}
part-head = { $side ->
    [left] the left side of the head
    [right] the right side of the head
   *[middle] the middle of the head
}
part-heel = { $side ->
    [left] the left heel
    [right] the right heel
   *[middle] the middle of the heel
}
part-hip = { $side ->
    [left] the left hip
    [right] the right hip
   *[middle] the middle of the hip
}
part-jaw = { $side ->
    [left] the left side of the jaw
    [right] the right side of the jaw
   *[middle] the middle of the jaw
}
part-knee = { $side ->
    [left] the left knee
    [right] the right knee
   *[middle] the middle of the knee
}
part-lesser-toes = { $side ->
    [left] the left small toes
    [right] the right small toes
   *[middle] the middle of the small toes
}
part-lower-back = { $side ->
    [left] the left side of the lower back
    [right] the right side of the lower back
   *[middle] the middle of the lower back
}
part-lower-leg = { $side ->
    [left] the left lower leg
    [right] the right lower leg
   *[middle] the middle of the lower leg
}
part-mouth = the mouth
part-neck = { $side ->
    [left] the left side of the neck
    [right] the right side of the neck
   *[middle] the middle of the neck
}
part-nose = the nose
part-pelvis = { $side ->
    [left] the left side of the pelvis
    [right] the right side of the pelvis
   *[middle] the middle of the pelvis
}
part-shoulder = { $side ->
    [left] the left shoulder
    [right] the right shoulder
   *[middle] the middle of the shoulder
}
part-thigh = { $side ->
    [left] the left thigh
    [right] the right thigh
   *[middle] the middle of the thigh
}
part-thumb = { $side ->
    [left] the left thumb
    [right] the right thumb
   *[middle] the middle of the thumb
}
part-upper-arm = { $side ->
    [left] the left upper arm
    [right] the right upper arm
   *[middle] the middle of the upper arm
}
part-upper-back = { $side ->
    [left] the left side of the upper back
    [right] the right side of the upper back
   *[middle] the middle of the upper back
}
part-wrist = { $side ->
    [left] the left wrist
    [right] the right wrist
   *[middle] the middle of the wrist
}
