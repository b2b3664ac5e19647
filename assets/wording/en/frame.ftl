### Names of the pages that everybody may read, in the bar at the top.

nav-mark = Mark
nav-explore = Explore
nav-treatments = Treatments
nav-learn = Learn
nav-about = About
nav-present = Present
