"""A whole practice on one machine: server, kiosk and a scripted patient. The demo and the end-to-end tests stand on it."""
