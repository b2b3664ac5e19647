"""Reports as tagged PDF that carry their own records; decision 28 says why."""
