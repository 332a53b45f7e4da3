"""What follows from a case: pure functions of the case, the law in force, and the day."""
