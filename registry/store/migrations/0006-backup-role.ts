export const sql = String.raw`
-- Who makes a copy of the database reads every row of every table, and writes none. The owner of the tables is held by FORCE,
-- so that a copy made as the owner would be empty: pg_dump takes this role instead. A policy holds for all members of its role,
-- and the owner is one: so each asks who is reading.
CREATE POLICY backup ON "facility" FOR SELECT TO tirek_backup USING (current_user = 'tirek_backup');
CREATE POLICY backup ON "node" FOR SELECT TO tirek_backup USING (current_user = 'tirek_backup');
CREATE POLICY backup ON "enrolment_code" FOR SELECT TO tirek_backup USING (current_user = 'tirek_backup');
CREATE POLICY backup ON "change" FOR SELECT TO tirek_backup USING (current_user = 'tirek_backup');
CREATE POLICY backup ON "quarantine" FOR SELECT TO tirek_backup USING (current_user = 'tirek_backup');
CREATE POLICY backup ON "refusal" FOR SELECT TO tirek_backup USING (current_user = 'tirek_backup');
CREATE POLICY backup ON "erased_row" FOR SELECT TO tirek_backup USING (current_user = 'tirek_backup');
CREATE POLICY backup ON "blob" FOR SELECT TO tirek_backup USING (current_user = 'tirek_backup');
CREATE POLICY backup ON "blob_chunk" FOR SELECT TO tirek_backup USING (current_user = 'tirek_backup');
CREATE POLICY backup ON "handover" FOR SELECT TO tirek_backup USING (current_user = 'tirek_backup');
CREATE POLICY backup ON "reference_given" FOR SELECT TO tirek_backup USING (current_user = 'tirek_backup');

GRANT SELECT ON "facility", "node", "enrolment_code", "change", "quarantine", "refusal", "erased_row", "blob", "blob_chunk",
  "handover", "reference_given", "reference_document", "reference_draft", "officer", "officer_session", "registry",
  "applied_migration" TO tirek_backup;
`;
