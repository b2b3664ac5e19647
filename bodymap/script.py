"""What every browser session runs from top to bottom at each full rerun."""

from bodymap.ui.shell import show
from bodymap.workspace import workspace

show(workspace)
