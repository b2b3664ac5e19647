"""Practising referral patterns: learners, rounds and their results."""
