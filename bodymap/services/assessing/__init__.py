"""Assessing a person: assessments and the findings in them."""
