export const sql = `
CREATE TABLE "__new_account" (
  "id" text PRIMARY KEY NOT NULL,
  "name" text NOT NULL,
  "role" text NOT NULL,
  "staff_id" text,
  "disabled" integer DEFAULT false NOT NULL,
  FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "account_role" CHECK("role" IN ('head', 'worker', 'consultant', 'psychologist', 'medical', 'specialist', 'registrar', 'administrator', 'auditor')),
  CONSTRAINT "account_disabled" CHECK("disabled" IN (0, 1))
) STRICT;
INSERT INTO "__new_account"("id", "name", "role", "staff_id", "disabled") SELECT "id", "name", "role", "staff_id", "disabled" FROM "account";
DROP TABLE "account";
ALTER TABLE "__new_account" RENAME TO "account";
`;
