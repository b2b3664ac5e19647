"""Run by Alembic: moves the tables within the transaction that it is given."""

from alembic import context

from bodymap.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite can make and change tables within a transaction; so an interrupted move leaves nothing.
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
