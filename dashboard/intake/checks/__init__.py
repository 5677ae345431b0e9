"""What must hold between the observations of a delivery: each check notes findings and changes nothing."""
