"""Every view's figures as files."""
