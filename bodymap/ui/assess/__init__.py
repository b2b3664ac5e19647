"""The Assess page: the body, the panel of the finding at hand, and the line above them."""
