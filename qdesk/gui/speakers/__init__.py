"""Speakers corrected by hand: who begins to speak where, and who they are in all documents."""
