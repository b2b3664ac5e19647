from hypothesis import settings

# A busy machine must not fail a test: no time limit per example.
settings.register_profile("bodymap", deadline=None)
settings.load_profile("bodymap")
