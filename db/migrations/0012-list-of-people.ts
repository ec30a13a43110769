export const sql = `
DROP INDEX "state_status";
CREATE INDEX "state_name" ON "placement_state" ("current","name_key","recipient_id");
CREATE INDEX "state_status" ON "placement_state" ("status","current","name_key","recipient_id");
`;
