"""Maintainer's generators; never imported by the application."""
