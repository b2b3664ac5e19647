"""The partition of the body surface into regions, as smooth functions of canonical position."""

from tools.figure.partition.labels import MAX_SIDED, REGIONS, SITES, bone_groups, label
from tools.figure.partition.names import RegionName
from tools.figure.partition.sites import SiteName

__all__ = ["MAX_SIDED", "REGIONS", "SITES", "RegionName", "SiteName", "bone_groups", "label"]
