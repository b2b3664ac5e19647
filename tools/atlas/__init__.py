"""Makes the compiled atlas from the files that people edit, and pictures to review it by."""
