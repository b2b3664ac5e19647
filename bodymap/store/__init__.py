"""Keeps records: SQL tables behind the ports of the services, and learners as files."""

from bodymap.store.learner_files import LearnerFiles
from bodymap.store.store import SqlStore, open_store

__all__ = ["LearnerFiles", "SqlStore", "open_store"]
