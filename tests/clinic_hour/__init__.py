"""An hour at a clinic: four people, by mouse, by keyboard alone, and by touch, counted."""
