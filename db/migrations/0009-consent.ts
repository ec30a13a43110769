export const sql = `
CREATE TABLE "consent" (
  "id" text PRIMARY KEY NOT NULL,
  "recipient_id" text NOT NULL,
  "given_on" text NOT NULL,
  "given_by" text NOT NULL,
  "representative" text,
  "document" text,
  "attachment_id" text,
  "withdrawn_on" text,
  "note" text,
  FOREIGN KEY ("recipient_id") REFERENCES "recipient"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("attachment_id") REFERENCES "attachment"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "consent_given_on" CHECK(date("given_on") IS "given_on"),
  CONSTRAINT "consent_given_by" CHECK("given_by" IN ('person', 'representative')),
  CONSTRAINT "consent_withdrawn_on" CHECK(date("withdrawn_on") IS "withdrawn_on")
) STRICT;
CREATE INDEX "consent_recipient" ON "consent" ("recipient_id");
CREATE INDEX "consent_attachment" ON "consent" ("attachment_id");
`;
