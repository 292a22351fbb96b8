"""The WSGI door, for granian or any other server."""

from __future__ import annotations

import os
import threading

from django.core.wsgi import get_wsgi_application

from bonafide.services import hands

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bonafide.project.settings")
application = get_wsgi_application()

threading.Thread(target=hands.warm, name="warming", daemon=True).start()
