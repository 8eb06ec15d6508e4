-- Of the visit a draft belongs to: the number the person typed; empty: none was asked.
ALTER TABLE draft ADD COLUMN visit_code TEXT NOT NULL DEFAULT '';
