"""The Django project: settings from the environment, addresses, and the WSGI door."""
