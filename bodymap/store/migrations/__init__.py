"""Steps from each revision of the tables to the next; Alembic runs them."""
