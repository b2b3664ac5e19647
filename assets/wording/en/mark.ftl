### The page on which a person shows where it hurts, on a phone or a screen, often in pain and in
### haste. Say "you". Short words, short sentences. Left and right are the person's own.

## Getting there

mark-step = Step { $at } of { $of }
mark-back = Back
mark-next = Next
# The answer to "Is this right?"; closes the drawing.
mark-yes = Yes
mark-again = Begin a new drawing
mark-try-again = Try again
# On a translation that no clinician has read yet; English needs none.
mark-not-checked = This translation has not yet been checked by a clinician.

## Before the first mark

# The question that the whole page asks; also the title of the first step.
mark-where = Where does it hurt?
mark-language = Language
mark-stays = Your drawing stays with your therapist.
mark-readable = This connection is not encrypted: others in the same network could read what you draw.
# $name: the person, as the practice calls them.
mark-for = For { $name }
mark-hand-over = Hand over to the person who draws
mark-draw = Draw it
mark-list = Choose from a list
# $day: such as 22 November 2026.
mark-like = Start from my drawing of { $day }
mark-no-pain = No pain today
mark-helped = Somebody helps me
mark-waits = The drawing will wait under a short code instead.
mark-settings = Settings
mark-larger = Larger text
mark-left-handed = Left-handed

## First step: where it is

mark-you-said-none = You said that nothing hurts today.
mark-hurts-after-all = Something does hurt
mark-figure = Body to draw on
mark-figure-kind =
    .neutral = neutral
    .female = female
    .male = male
    .child = child
    .broad = broad build
# $number: 1, 2 ... A person may have several pains.
mark-pain = Pain { $number }
mark-another = Another pain
mark-at-hand = Pain at hand
mark-choose-next = Now choose for the next pain.
mark-remove-pain = Remove pain { $number }
mark-drawn-too = You also drew this pain on the body. Your drawing stays as it is.
# $numbers: such as "1" or "1 and 3"; $count: how many.
mark-elsewhere-name = { $count ->
    [one] Pain { $numbers }
   *[other] Pains { $numbers }
}
mark-elsewhere-note = drawn on another body
# A pain that was answered by parts of a numbered chart, not drawn.
mark-answered-note = answered on another chart
mark-answered = { $pains }: answered on another chart. It stays as you said it.
mark-elsewhere = { $pains }: drawn on another body. Choose it above to change it there.
# Names of the body for a screen reader, of its list, and what stands above it.
mark-body = Body to draw on
mark-marked = What you marked
mark-nothing-marked = Nothing is marked yet.
mark-how = Draw where it hurts. Ctrl and the mouse wheel zoom.
mark-how-touch = One finger draws. Two fingers zoom. Beside the body you scroll.
mark-strengths = strength of the pain, 0 to 10
# Within a sentence: "Arrow keys move between regions, ..., Page Up ..."
mark-enter = Enter draws or fills at the cross-hair with the tool chosen
mark-pain-drawn = Pain that you draw
mark-draw-next = Now draw the next pain.

## First step, from a list

mark-marked-these = You marked these. Tap one to take it away.
mark-search = Search for a part
mark-search-such = such as knee, tummy, lower back
# $asked: what was typed.
mark-search-none = No part is called “{ $asked }”. Choose a group below.
mark-groups = Or choose where it is
mark-group =
    .head = Head
    .neck = Neck
    .shoulder = Shoulder
    .arm = Arm
    .hand = Hand
    .chest = Chest
    .abdomen = Belly
    .upper_back = Upper back
    .lower_back = Lower back
    .hip = Hip
    .buttocks = Buttock
    .pelvis = Groin
    .leg = Leg
    .foot = Foot
    .mouth = Mouth, inside
    .private = Private parts
mark-own-left = Left means your own left.
# Buttons beside the name of a part; "middle" for a part that has no sides.
mark-side =
    .left = Left
    .right = Right
    .middle = It hurts here

## Pain that moves

mark-moves = The pain moves
mark-moves-how = If it does: choose from where to where.
mark-moves-such = Type, such as shoulder or knee
mark-moves-from = From
mark-moves-to = To
mark-moves-add = Add that it moves
# $arrow: such as "from the neck to the left hand".
mark-moves-line = { $number }. { $arrow }
mark-moves-remove = Remove arrow { $number }

## Second step: how it feels

mark-feels = How does it feel?
# Where there are several pains.
mark-feels-which = How does pain { $number } feel?
mark-own-words = In your own words
mark-strong = How strong is it now? 0 none, 10 worst
mark-strong-which = How strong is pain { $number } now? 0 none, 10 worst
mark-more = More
mark-more-which = More about pain { $number }
mark-deep = How deep?
mark-since = Since when?
mark-when = When?

## More questions for pain in many places

mark-severity = A few more questions, if you like
mark-severity-why = You hurt in many places. These help your therapist. You may skip any.
mark-week = In the past week, how bad was
# Goes on from the line above.
mark-week-of =
    .fatigue = being tired
    .waking_unrefreshed = waking up tired
    .cognitive_symptoms = trouble thinking or remembering
mark-level =
    .level_0 = no problem
    .level_1 = mild, now and then
    .level_2 = moderate, often
    .level_3 = severe, all the time
mark-months = In the past 6 months, did you have
mark-months-of =
    .headaches = headaches
    .lower_abdominal_pain_or_cramps = pain or cramps low in the belly
    .depression = depression
mark-three-months = Has it been about like this for 3 months?
mark-answer =
    .yes = yes
    .no = no

## Third step: signs of danger

mark-true = Are any of these true for you?
mark-part = Part { $at } of { $of }.

## Fourth step: is it right

mark-right = Is this right?
mark-alt = The drawing. The words below it say the same.
mark-none-today = You have **no pain today**.
mark-empty = This pain is empty.
mark-edge = Only the edge of this pain touches:
mark-not-said = You did not say how it feels.
mark-wrong-side = Wrong side
mark-wrong-side-which = Wrong side: pain { $number }
mark-change = Change
mark-change-which = Change pain { $number }
mark-change-place = Where it is
mark-change-words = How it feels
mark-change-remove = Leave it out

## The end

mark-thanks = Thank you
mark-saved = Your drawing is saved.
mark-hand-back = Please hand this device back to your therapist.
mark-notice = Your therapist looks at it with you. This is not a diagnosis.
mark-code = Give this code to your therapist: **{ $code }**
mark-code-keep = Write it down, or open this page again in this browser to read it.
mark-keep-picture = Keep a picture
# Name of the file, without its ending; no spaces. $day: such as 2026-11-22.
mark-picture-file = where-it-hurts-{ $day }
mark-to-assessment = Back to the assessment
