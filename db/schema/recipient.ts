import {index, integer, sqliteTable, text} from 'drizzle-orm/sqlite-core';
import {disabilityGroups, recipientCategories, sexes} from '../../domain/vocabulary.ts';

/** A person who waits for services or receives them. Sensitive: diagnosis, ethnicity, social status. */
export const recipient = sqliteTable(
  'recipient',
  {
    id: text().primaryKey(),
    surname: text().notNull(),
    firstName: text().notNull(),
    patronymic: text(),
    bornOn: text(),
    sex: text({enum: sexes}),
    /** Optional and internal: no form of the order asks for it. */
    iin: text(),
    /** Why a number whose control digit is wrong was kept. */
    iinOverrideReason: text(),
    category: text({enum: recipientCategories}),
    address: text(),
    phone: text(),
    /** Term of the individual programme of abilitation and rehabilitation (Appendix 2, column 8). */
    programmeFrom: text(),
    programmeTo: text(),
    diagnosis: text(),
    ethnicity: text(),
    socialStatus: text(),
    disabilityGroup: text({enum: disabilityGroups}),
    /** The same person entered twice: the one that is kept. Null: nobody else. */
    mergedIntoId: text(),
  },
  table => [index('recipient_iin').on(table.iin)],
);

/** Two entries of one person made into one. `moved` names each row that went over, so that it can be undone. */
export const recipientMerge = sqliteTable(
  'recipient_merge',
  {
    id: text().primaryKey(),
    keptId: text()
      .notNull()
      .references(() => recipient.id),
    mergedId: text()
      .notNull()
      .references(() => recipient.id),
    mergedOn: text().notNull(),
    moved: text({mode: 'json'}).$type<{table: string; id: string}[]>().notNull(),
    /** Facts of the kept person that were filled from the other, with what stood there before. */
    filled: text({mode: 'json'}).$type<Record<string, unknown>>().notNull(),
    undoneOn: text(),
  },
  table => [index('merge_kept').on(table.keptId), index('merge_merged').on(table.mergedId)],
);

/** Parents of a child with disability (Appendix 3). */
export const relative = sqliteTable(
  'relative',
  {
    id: text().primaryKey(),
    recipientId: text()
      .notNull()
      .references(() => recipient.id),
    position: integer().notNull(),
    kinship: text({enum: ['mother', 'father', 'guardian']}).notNull(),
    surname: text().notNull(),
    firstName: text().notNull(),
    patronymic: text(),
    bornOn: text(),
    /** Why the parent is absent, and the document that proves it. */
    absenceReason: text(),
    proof: text(),
  },
  table => [index('relative_recipient').on(table.recipientId)],
);
