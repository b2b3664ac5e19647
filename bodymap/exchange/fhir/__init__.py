"""Records as FHIR, out and in: R4 (4.0.1) and R5 (5.0.0) from the same facts; decision 29."""
