"""The description of a delivery, ``lieferung.toml``: its typed form and how it is read."""
