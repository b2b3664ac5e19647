"""The search box in the page head: one component of our own, and where its answers lead."""
