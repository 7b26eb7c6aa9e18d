"""What the previews keep: links for people without an account, and their comments."""

from omnicontent.previews.sharing.models import ReviewComment, ShareLink

__all__ = ["ReviewComment", "ShareLink"]
