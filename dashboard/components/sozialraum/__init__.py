"""The parts of an area's profile and of the overview; large ones are written as markup."""
