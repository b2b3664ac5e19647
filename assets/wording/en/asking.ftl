### Questions for safety in front of self-care and treatments, on pages that are English only so far.

safety-first = First, a few questions for safety
# $when: what to tick.
safety-at = { $at } of { $of } · { $when }
safety-stopped = What comes next is not shown while one of these is so. Change the answer if it was a mistake.
# $accuracy: how far such questions can be relied on.
safety-once-answered = { $accuracy } What you came for is shown once all is answered.
safety-none-applies = You answered the questions for safety: none applies.
safety-ask-again = Ask again
frame-cannot-open = Bodymap cannot open its files
frame-try-again = Try again
