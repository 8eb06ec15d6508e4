-- A revoked kiosk is heard no more; what it delivered before stays.
ALTER TABLE device ADD COLUMN revoked_ms INTEGER; -- null: it is not
