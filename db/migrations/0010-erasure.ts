export const sql = `
CREATE TABLE "erasure" (
  "id" text PRIMARY KEY NOT NULL,
  "recipient_id" text NOT NULL,
  "erased_on" text NOT NULL,
  "reason" text NOT NULL,
  "rows" text NOT NULL,
  CONSTRAINT "erasure_erased_on" CHECK(date("erased_on") IS "erased_on"),
  CONSTRAINT "erasure_reason" CHECK("reason" IN ('mistake', 'retention-ended')),
  CONSTRAINT "erasure_rows" CHECK(json_valid("rows"))
) STRICT;
CREATE INDEX "erasure_recipient" ON "erasure" ("recipient_id");
CREATE TABLE "erased_row" (
  "row_id" text NOT NULL,
  "table_name" text NOT NULL,
  "recipient_id" text NOT NULL,
  PRIMARY KEY("row_id", "table_name")
) STRICT;
CREATE TABLE "erased_change" (
  "seq" integer PRIMARY KEY NOT NULL,
  "digest" text NOT NULL
) STRICT;
ALTER TABLE "change" ADD "salt" text;
DELETE FROM "audit";
DELETE FROM "sqlite_sequence" WHERE "name" = 'audit';
`;
