"""Machinery that every service runs on: ports, transactions, editing with undo, ids."""
