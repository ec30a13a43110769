export const sql = `
CREATE TABLE "conflict_choice" (
  "id" text PRIMARY KEY NOT NULL,
  "table_name" text NOT NULL,
  "row_id" text NOT NULL,
  "field" text,
  "loser" text NOT NULL
) STRICT;
CREATE TABLE "attachment" (
  "id" text PRIMARY KEY NOT NULL,
  "recipient_id" text NOT NULL,
  "document_id" text,
  "title" text NOT NULL,
  "media_type" text NOT NULL,
  "sha256" text NOT NULL,
  "size" integer NOT NULL,
  "added_on" text NOT NULL,
  FOREIGN KEY ("recipient_id") REFERENCES "recipient"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("document_id") REFERENCES "file_document"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "attachment_added_on" CHECK(date("added_on") IS "added_on")
) STRICT;
CREATE INDEX "attachment_recipient" ON "attachment" ("recipient_id");
CREATE TABLE "reference" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "sha256" text NOT NULL,
  "size" integer NOT NULL
) STRICT;
CREATE TABLE "partner" (
  "id" text PRIMARY KEY NOT NULL,
  "kind" text NOT NULL,
  "name" text NOT NULL,
  "box_key" text NOT NULL,
  "sign_key" text NOT NULL,
  "url" text,
  "certificate" text,
  "state" text NOT NULL,
  "knowledge" text NOT NULL,
  "parcels" integer DEFAULT 0 NOT NULL,
  "sent" integer DEFAULT 0 NOT NULL,
  "last_exchange_at" text,
  CONSTRAINT "partner_kind" CHECK("kind" IN ('registry', 'pc')),
  CONSTRAINT "partner_state" CHECK("state" IN ('active', 'copied', 'left')),
  CONSTRAINT "partner_knowledge" CHECK(json_valid("knowledge")),
  CONSTRAINT "partner_last_exchange_at" CHECK("last_exchange_at" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z')
) STRICT;
CREATE TABLE "quarantine" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "via" text NOT NULL,
  "stamp" text NOT NULL,
  "table_name" text NOT NULL,
  "row_id" text NOT NULL,
  "line" text NOT NULL,
  "reason" text NOT NULL,
  "received_at" text NOT NULL,
  "approved" integer DEFAULT false NOT NULL,
  CONSTRAINT "quarantine_reason" CHECK("reason" IN ('unknown-table', 'not-yours', 'frozen', 'malformed', 'missing-parent', 'waits', 'broken-rule', 'mass-deletion', 'collision')),
  CONSTRAINT "quarantine_received_at" CHECK("received_at" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  CONSTRAINT "quarantine_approved" CHECK("approved" IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX "quarantine_stamp_unique" ON "quarantine" ("stamp");
CREATE INDEX "quarantine_row" ON "quarantine" ("table_name","row_id");
CREATE TABLE "refusal" (
  "partner" text NOT NULL,
  "stamp" text NOT NULL,
  "reason" text NOT NULL,
  PRIMARY KEY("partner", "stamp"),
  CONSTRAINT "refusal_reason" CHECK("reason" IN ('unknown-table', 'not-yours', 'frozen', 'malformed', 'missing-parent', 'waits', 'broken-rule', 'mass-deletion', 'collision'))
) STRICT;
CREATE TABLE "fork" (
  "table_name" text NOT NULL,
  "row_id" text NOT NULL,
  "heads" text,
  PRIMARY KEY("table_name", "row_id")
) STRICT;
CREATE TABLE "unapplied" (
  "stamp" text PRIMARY KEY NOT NULL,
  "table_name" text NOT NULL,
  "row_id" text NOT NULL
) STRICT;
CREATE INDEX "unapplied_row" ON "unapplied" ("table_name","row_id");
DROP INDEX "account_name_unique";
DROP INDEX "placement_row";
CREATE INDEX "placement_row" ON "placement" ("journal_id","row_number");
DROP INDEX "file_number";
CREATE INDEX "file_number" ON "personal_file" ("number");
ALTER TABLE "change" ADD "via" text;
ALTER TABLE "change" ADD "via_seq" integer;
CREATE UNIQUE INDEX "change_stamp" ON "change" ("stamp");
`;
