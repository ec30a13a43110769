export const sql = String.raw`
ALTER TABLE "node" ADD COLUMN "audit_ends" jsonb DEFAULT '[]'::jsonb NOT NULL;
ALTER TABLE "node" ADD COLUMN "audit_warning" text;
ALTER TABLE "node" ADD COLUMN "audit_warned_at" timestamp (3) with time zone;

GRANT UPDATE (audit_ends, audit_warning, audit_warned_at) ON "node" TO tirek_exchange;
`;
