export const sql = `
CREATE TABLE "audit" (
  "seq" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "at" text NOT NULL,
  "account" text,
  "kind" text NOT NULL,
  "what" text NOT NULL,
  "subject_table" text,
  "subject_id" text,
  "recipient_id" text,
  "detail" text NOT NULL,
  "first_change" integer,
  "last_change" integer NOT NULL,
  "changes" text,
  "previous" text NOT NULL,
  "hash" text NOT NULL,
  CONSTRAINT "audit_kind" CHECK("kind" IN ('change', 'view', 'print', 'export', 'session', 'exchange', 'program')),
  CONSTRAINT "audit_detail" CHECK(json_valid("detail"))
) STRICT;
CREATE INDEX "audit_recipient" ON "audit" ("recipient_id","seq") WHERE "audit"."recipient_id" IS NOT NULL;
`;
