export const sql = `
DROP INDEX "deadline_lenient";
CREATE INDEX "deadline_urgency" ON "deadline" ("strict","lenient","archive","notice_days","name_key");
`;
