export const sql = String.raw`
-- Rows of people who were erased, as the erasures of a facility name them.
CREATE TABLE "erased_row" (
  "facility_id" uuid NOT NULL,
  "row_id" text COLLATE "C" NOT NULL,
  "table_name" text NOT NULL,
  CONSTRAINT "erased_row_facility_id_row_id_table_name_pk" PRIMARY KEY("facility_id","row_id","table_name")
);

ALTER TABLE "erased_row" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "erased_row" FORCE ROW LEVEL SECURITY;
CREATE POLICY exchange_own ON "erased_row" TO tirek_exchange USING (facility_id = (SELECT tirek_facility()));
GRANT SELECT, INSERT ON "erased_row" TO tirek_exchange;

-- The log only grows. One thing may be done to what stands there: to empty a change of such a row.
CREATE POLICY erased_only ON "change" AS RESTRICTIVE FOR UPDATE TO tirek_exchange
  USING (EXISTS (SELECT FROM "erased_row" AS erased WHERE erased.facility_id = change.facility_id
    AND erased.row_id = change.row_id AND erased.table_name = change.table_name))
  WITH CHECK (patch = '{}');
GRANT UPDATE (patch) ON "change" TO tirek_exchange;

-- What was kept aside of them goes, and the scans that nothing speaks of any more.
GRANT DELETE ON "quarantine", "blob" TO tirek_exchange;
`;
