"""What a person can do: a package for each job, one function for each thing done."""
