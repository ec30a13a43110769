export const sql = String.raw`
-- What was kept aside is tried again: it may have come right, or have another reason now.
GRANT UPDATE (state, reason) ON "quarantine" TO tirek_exchange;
`;
