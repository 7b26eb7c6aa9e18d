"""The tables of the master story: pages, their media, the brand that speaks."""

from omnicontent.stories.models.approval import CampaignApprovalState, CampaignApprovalTask
from omnicontent.stories.models.brand import BrandSettings
from omnicontent.stories.models.campaign import CampaignIndexPage, CampaignPage
from omnicontent.stories.models.films import MasterMedia
from omnicontent.stories.models.pictures import MasterImage, MasterImageRendition

__all__ = [
    "BrandSettings",
    "CampaignApprovalState",
    "CampaignApprovalTask",
    "CampaignIndexPage",
    "CampaignPage",
    "MasterImage",
    "MasterImageRendition",
    "MasterMedia",
]
