"""A body chart for myofascial pain."""
