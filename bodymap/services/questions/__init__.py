"""Questions over everybody's records."""
