"""Who may do what: the scope of a visit, and a store that refuses everything beyond it."""
