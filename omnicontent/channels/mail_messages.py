"""A mail as a payload says it: all but the sender's address, the recipient and the date."""

from pydantic import BaseModel, ConfigDict, Field


class MailMessage(BaseModel):
    """A mail. A payload in JSON with these keys is one as it stands."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    subject: str
    text: str
    html: str
    from_name: str = ""
    """The sender as readers see it; the address is the mail server's."""
    preheader: str = ""
    """The words beside the subject in an inbox; ``html`` holds them, too."""
    headers: dict[str, str] = Field(default_factory=dict)
    """Further headers, such as those that offer to unsubscribe."""
