"""Publishers, their tokens, and the journal of what changed for them."""
