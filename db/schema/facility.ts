import {integer, sqliteTable, text} from 'drizzle-orm/sqlite-core';
import {organisationTypes, signatoryRoles, type ServiceType} from '../../domain/vocabulary.ts';
import {accountRoles} from '../../domain/roles.ts';

/** The organisation that this installation serves: one row. */
export const facility = sqliteTable('facility', {
  id: text().primaryKey(),
  type: text({enum: organisationTypes}).notNull(),
  nameKk: text().notNull(),
  nameRu: text().notNull(),
  placeKk: text().notNull(),
  placeRu: text().notNull(),
  headStaffId: text().references(() => staff.id),
});

/** People who work here, with or without an account. Signatures on papers point here; nobody is ever deleted. */
export const staff = sqliteTable('staff', {
  id: text().primaryKey(),
  surname: text().notNull(),
  firstName: text().notNull(),
  patronymic: text(),
  positionKk: text().notNull(),
  positionRu: text().notNull(),
  /** Which line of the forms' signature blocks this person signs; null: none of them (the head signs as head). */
  signatoryRole: text({enum: signatoryRoles}),
  /** Service types that this person assigns and monitors by default. */
  serviceTypes: text({mode: 'json'}).$type<ServiceType[]>().notNull(),
  startedOn: text(),
  leftOn: text(),
});

/** A person's right to sign in. The wrapped keys stand in the keyring file, never here. */
export const account = sqliteTable('account', {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  role: text({enum: accountRoles}).notNull(),
  staffId: text().references(() => staff.id),
  disabled: integer({mode: 'boolean'}).notNull().default(false),
});

/** The facility's own choices: journal numbering, local terms with their source, the week. Values are JSON. */
export const setting = sqliteTable('setting', {
  id: text().primaryKey(),
  value: text({mode: 'json'}).$type<unknown>().notNull(),
});
