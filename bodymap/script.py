"""What every browser session runs from top to bottom at each full rerun."""

from bodymap.composition import workspace
from bodymap.ui.frame import show

show(workspace)
