"""The intake room: a supplier's folder becomes checked observations, or one error with every problem."""

from __future__ import annotations

from dashboard.intake.delivery import Check, Delivery, check_folder, delivery_folders, read_delivery
from dashboard.intake.facility import Facility
from dashboard.intake.files.guard import Limits
from dashboard.intake.finding import DeliveryError, Finding

__all__ = [
    "Check",
    "Delivery",
    "DeliveryError",
    "Facility",
    "Finding",
    "Limits",
    "check_folder",
    "delivery_folders",
    "read_delivery",
]
