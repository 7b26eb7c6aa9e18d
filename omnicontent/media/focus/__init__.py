"""What a picture must keep, found without a person: faces, printed text, the subject."""
