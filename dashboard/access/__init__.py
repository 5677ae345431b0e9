"""Who may see what: everybody the figures of areas, planners those of facilities by link or login."""
