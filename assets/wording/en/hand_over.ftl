### What a person sees who opens a link to a drawing, or was handed the practice's device.

link-expired = This link has expired
link-expired-do = What you drew is saved. Ask your therapist for a new link to go on.
link-used = This link has already been used
link-used-do = Your drawing is finished and saved. To change it, ask your therapist.
link-withdrawn = This link is not open any more
link-withdrawn-do = Your therapist closed it. What you drew is saved. Ask your therapist for a new link to go on.
link-altered = This link is not complete
link-altered-do = A part of it is missing or was changed. Scan the code again, or copy the whole link.
link-elsewhere = This link is open in another browser
link-elsewhere-do = Go on where you opened it first, or ask your therapist for a new link. Nothing is lost.
link-none = Where does it hurt?
link-none-do = To draw it, open the link or scan the code that you get from your therapist.
link-code = Your code for your therapist is **{ $code }**.
link-not-here = You can't open this page
link-not-here-do = From here you can show where it hurts, and read about pain and what can be done. Everything else is for your therapist.
link-go-on = Go on with your drawing
link-read = You can read here:
link-read-muscles = Muscles and where their pain is felt
link-read-treatments = What can be done
link-read-learn = What is known, and what is not

## On a device of the practice, for the therapist who takes it back

back-title = Give back to the therapist
back-pin = PIN
back-take = Take this device back
back-forgotten = Forgotten? Whoever runs this machine types `bodymap take-back` in its terminal.
