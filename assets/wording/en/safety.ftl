### Questions for safety and what to do after a yes. The questions themselves stand in the atlas,
### `assets/atlas/red_flags.yaml`, their translations beside it.

safety-when = Tick what is true for you now, or has been since the pain began.
safety-none = None of these
# $question: the short question that was answered with yes.
safety-about = You said yes to: *{ $question }* Is one of these so too?
# $advice: a sentence without its full stop; $number: the practice's emergency number.
safety-advice = { $advice }.
# What stands in the advice in place of a number, word for word.
safety-no-number = your local emergency number
safety-said-yes = You said yes to: { $said }
safety-call = Call { $number }
safety-why = Why this is asked
# Goes on a question. $age: years.
safety-over = , and are you over { $age }
safety-limb =
    .arm = arm
    .leg = leg
    .either = arm or leg
