"""Keeps records: SQL tables behind the ports of the services."""

from bodymap.store.store import SqlStore, open_store

__all__ = ["SqlStore", "open_store"]
