"""Parts of the Practise page."""
