"""The Explore page: find a muscle by words or place, see where it typically refers, read of it."""
