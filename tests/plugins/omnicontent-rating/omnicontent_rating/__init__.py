"""The rating, a fact of OmniContent."""
