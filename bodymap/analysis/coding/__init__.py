"""Coding areas in the schemes of other charts: CHOIR, Michigan, WPI, MyPAIN, ACR 2016."""
