"""Parts for the therapist: a person's pain drawings, and what they say."""
