import {integer, sqliteTable, text} from 'drizzle-orm/sqlite-core';
import {organisationTypes, serviceTypes, signatoryRoles, type ServiceType} from '../../domain/vocabulary.ts';
import {unitKinds} from '../../domain/unit.ts';
import {phrasePlaces} from '../../domain/phrases/phrase.ts';
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
  /** Places by the design; null where nobody has said. Units have places of their own. */
  places: integer(),
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
  /** Row of Appendix 1 whose post this person holds; null: none, or not said. */
  normPost: integer(),
  /** Hundredths of a post: 50 is half a post. Null: not said. */
  rateHundredths: integer(),
});

/** A person's right to sign in. The wrapped keys stand in the keyring file, never here. */
export const account = sqliteTable('account', {
  id: text().primaryKey(),
  name: text().notNull(),
  role: text({enum: accountRoles}).notNull(),
  staffId: text().references(() => staff.id),
  disabled: integer({mode: 'boolean'}).notNull().default(false),
});

/** A part of the organisation with places of its own (paragraph 5): supported independent living, a palliative ward. */
export const unit = sqliteTable('unit', {
  id: text().primaryKey(),
  kind: text({enum: unitKinds}).notNull(),
  nameKk: text().notNull(),
  nameRu: text().notNull(),
  places: integer(),
  openedOn: text(),
  closedOn: text(),
});

/**
 * Words that are written again and again, of nobody in particular. A row whose id is a starter phrase's (domain/phrases) is what the
 * organisation has made of it; the others are its own. Either language may be empty, not both.
 */
export const phrase = sqliteTable('phrase', {
  id: text().primaryKey(),
  serviceType: text({enum: serviceTypes}).notNull(),
  place: text({enum: phrasePlaces}).notNull(),
  textKk: text().notNull(),
  textRu: text().notNull(),
  /** Not offered any more. */
  hidden: integer({mode: 'boolean'}).notNull().default(false),
});

/** A day that the head has set otherwise than the calendar's table, and why. Its id is the day: one edit a day. */
export const calendarEdit = sqliteTable('calendar_edit', {
  id: text().primaryKey(),
  working: integer({mode: 'boolean'}).notNull(),
  reason: text().notNull(),
});

/** The facility's own choices: journal numbering, local terms with their source, the week. Values are JSON. */
export const setting = sqliteTable('setting', {
  id: text().primaryKey(),
  value: text({mode: 'json'}).$type<unknown>().notNull(),
});
