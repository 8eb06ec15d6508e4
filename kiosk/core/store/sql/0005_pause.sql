-- When the person went away from a visit that may be gone on with; NULL: somebody is there, or was when the kiosk was cut off.
ALTER TABLE draft ADD COLUMN paused_at_ms INTEGER;
