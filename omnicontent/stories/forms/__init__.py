"""The form behind the campaign editor."""

from omnicontent.stories.forms.campaign import CampaignForm

__all__ = ["CampaignForm"]
