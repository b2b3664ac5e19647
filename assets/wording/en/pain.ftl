### What a person says of their pain, and how it is read back to them.

## Answers on buttons, a word or two each; they also follow each other in a line: "6 of 10, aching"

pain-quality =
    .aching = aching
    .burning = burning
    .stabbing = stabbing
    .throbbing = throbbing
    .tingling = tingling
    .numb = numb
    .electric = like electric shocks
    .cramping = cramping
    .other = other
pain-depth =
    .skin = on the skin
    .muscle = in the muscle
    .deep = deep, at the bone or joint
    .inside = inside the body
pain-timing =
    .constant = all the time
    .comes_and_goes = comes and goes
    .on_movement = when I move
    .at_night = at night
pain-since =
    .today = today
    .under_a_week = less than a week
    .under_six_weeks = less than 6 weeks
    .under_three_months = less than 3 months
    .under_a_year = less than a year
    .over_a_year = a year or more
# As above, in a line of answers.
pain-since-said =
    .today = since today
    .under_a_week = for less than a week
    .under_six_weeks = for less than 6 weeks
    .under_three_months = for less than 3 months
    .under_a_year = for less than a year
    .over_a_year = for a year or more
pain-strength = { $nrs } of 10
pain-strength-not-said = strength not said

## Read back: each side is a heading, its places follow

pain-yours =
    .left = Your left
    .right = Your right
    .bilateral = Both sides
    .midline = In the middle
pain-of-side = { $side }: { $places }
pain-nothing-marked = nothing marked
pain-more-places = { $count ->
    [one] { $count } more place
   *[other] { $count } more places
}
pain-edges = { $count ->
    [one] Edge: { $count } place
   *[other] Edge: { $count } places
}
# $places: "12 more places"; $edges: how many of another kind, which only the edge touches.
pain-more-and-edges = { $places }, { $edges } only at the edge

## On the picture to keep

pain-picture = Where it hurts
pain-picture-when = { $day }, { $time }
pain-picture-code = Code { $code }
pain-picture-title = Pain: { $strengths }
pain-picture-title-arrows = Pain: { $strengths }; arrows: { $arrows }
pain-picture-none = none
pain-picture-unrated = not rated
# Before a number: "Pain 2", and within a sentence: "marked for pain 2".
pain-one = Pain
pain-inside = pain
pain-strength-scale = Strength
# $share: a number; $side: LEFT, RIGHT, BILATERAL or MIDLINE, or nothing.
pain-area = { $share } % of the body surface, { $side ->
    [LEFT] left
    [RIGHT] right
    [BILATERAL] both sides
    [MIDLINE] in the middle
   *[none] nothing marked
}

## What two drawings say differently of where pain moves. $arrow: such as "from the neck to the ear"

arrows-now = The pain now moves { $arrow }.
arrows-no-longer = The pain no longer moves { $arrow }.
arrows-as-before = As before, the pain moves { $arrow }.
