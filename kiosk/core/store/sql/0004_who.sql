-- Who answers, in the words of survey::Completion::answeredBy; empty: nobody was asked.
ALTER TABLE draft ADD COLUMN answered_by TEXT NOT NULL DEFAULT '';
