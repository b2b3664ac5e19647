"""The Treatments page: what can be done, said by whom, and what stands in front of it."""
