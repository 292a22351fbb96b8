"""The web application: each view finds with permission, reads the form, calls one service, renders."""
