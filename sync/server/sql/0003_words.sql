-- What people read on the page; null where the form was not at hand.
ALTER TABLE score ADD COLUMN title TEXT;
ALTER TABLE score ADD COLUMN band_title TEXT;
ALTER TABLE response ADD COLUMN safety TEXT; -- linkId of an answer that called for the safety text; null: none did
