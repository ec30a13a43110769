/** The key of a database that a test makes by itself. */
export const testKey = new Uint8Array(32).fill(0x5a);
