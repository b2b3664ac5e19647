"""Answers on other body charts as a table, out and in: REDCap, LimeSurvey, lists of codes."""
