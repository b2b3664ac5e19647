### The Hand over page, where a therapist gives one drawing to the person whose pain it shows.

handing-page = Hand over
handing-finished = This drawing is finished. Hand over a new one.
handing-code = The drawing with the code { $code }
handing-nobody = Without a person: the drawing waits under a short code.
handing-begins = It begins with
handing-empty = An empty body
handing-like = The drawing of { $day }

## Giving this device away

handing-device = On this device
handing-device-how = It shows the drawing and nothing else, also after a reload or in a new tab, until you take it back with a PIN that you choose now.
handing-pin = PIN, { $least } to { $most } digits
handing-device-give = Hand over this device
handing-device-note = Close other windows of Bodymap first: what they show stays on their screen. If you forget the PIN, type `bodymap take-back` in this machine's terminal.

## By a link

handing-link = By a link
handing-link-what = A phone or tablet in the same network opens the drawing and nothing else.
handing-link-not-shared = Bodymap can be reached from this machine only. To hand over by a link, stop it and start it again with:
handing-link-how = A phone or tablet in the same network opens the drawing and nothing else. The link works once and for a while.
handing-holds = It holds for
handing-time =
    .quarter = 15 minutes
    .hour = 1 hour
    .hours = 4 hours
    .day = a day
handing-language = Language of the page
handing-language-wished = as their browser wishes
handing-link-make = Make a link
handing-scan = Scan this code with the phone or tablet:
handing-qr = QR code of the link that stands below it
handing-copy = Or copy the link:

## Links that were made

handing-links = Links of the last day
handing-standing =
    .not_begun = Nothing is drawn yet
    .being_drawn = It is being drawn
    .finished = Finished
    .expired = The time is over and it was not finished
    .ended = Withdrawn
# $made and $until: times of day.
handing-made = made at { $made }
handing-made-open = made at { $made }, open until { $until }
handing-see = See the drawing
handing-withdraw = Withdraw the link

## A browser of this machine that was not let in yet

door-title = Open Bodymap in this browser
door-how = People's records open only in a browser that was let in. In the terminal where Bodymap runs, copy the address below “Open this address” into this browser. For a new one, run:
door-once = You do this once for each browser.
