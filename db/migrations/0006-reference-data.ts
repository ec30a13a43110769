export const sql = `
CREATE TABLE "__new_paper" (
  "id" text PRIMARY KEY NOT NULL,
  "form" text NOT NULL,
  "edition_id" text NOT NULL,
  "edition_shape" text NOT NULL,
  "recipient_id" text,
  "subject_id" text NOT NULL,
  "revision" integer NOT NULL,
  "legal_date" text NOT NULL,
  "frozen_at" text NOT NULL,
  "values" text NOT NULL,
  "labels" text,
  CONSTRAINT "paper_legal_date" CHECK(date("legal_date") IS "legal_date"),
  CONSTRAINT "paper_frozen_at" CHECK("frozen_at" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  CONSTRAINT "paper_values" CHECK(json_valid("values")),
  CONSTRAINT "paper_labels" CHECK(json_valid("labels"))
) STRICT;
INSERT INTO "__new_paper"("id", "form", "edition_id", "edition_shape", "recipient_id", "subject_id", "revision", "legal_date", "frozen_at", "values") SELECT "id", "form", "edition_id", "edition_shape", "recipient_id", "subject_id", "revision", "legal_date", "frozen_at", "values" FROM "paper";
DROP TABLE "paper";
ALTER TABLE "__new_paper" RENAME TO "paper";
CREATE INDEX "paper_subject" ON "paper" ("subject_id");
CREATE INDEX "paper_recipient" ON "paper" ("recipient_id");
CREATE TABLE "__new_reference" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "sha256" text NOT NULL,
  "size" integer NOT NULL,
  "kind" text,
  "published_at" text,
  "content" text,
  "seal" text,
  CONSTRAINT "reference_published_at" CHECK("published_at" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  CONSTRAINT "reference_content" CHECK(json_valid("content"))
) STRICT;
INSERT INTO "__new_reference"("id", "version", "sha256", "size") SELECT "id", "version", "sha256", "size" FROM "reference";
DROP TABLE "reference";
ALTER TABLE "__new_reference" RENAME TO "reference";
`;
