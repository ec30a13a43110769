import {customType, timestamp} from 'drizzle-orm/pg-core';

/** Compared byte by byte whatever the language of the database, as hybrid times are. */
export const bytewise = customType<{data: string}>({dataType: () => 'text COLLATE "C"'});

export const bytes = customType<{data: Uint8Array}>({dataType: () => 'bytea'});

export function instant() {
  return timestamp({withTimezone: true, precision: 3});
}
