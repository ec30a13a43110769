import {integer, sqliteTable, text, index, uniqueIndex} from 'drizzle-orm/sqlite-core';
import {printLanguages} from '../../domain/text.ts';
import type {Correction} from '../../templates/core/corrections.ts';

/**
 * A frozen paper: the values of a form as they were approved, with the edition that they were checked against.
 * Shown and reprinted from here for ever; a correction is a new paper.
 */
export const paper = sqliteTable(
  'paper',
  {
    id: text().primaryKey(),
    form: text().notNull(),
    editionId: text().notNull(),
    editionShape: text().notNull(),
    recipientId: text(),
    /** The journal, file, plan or round that it was made from. */
    subjectId: text().notNull(),
    /** 1, 2, … for papers of one subject. */
    revision: integer().notNull(),
    legalDate: text().notNull(),
    frozenAt: text().notNull(),
    values: text({mode: 'json'}).$type<unknown>().notNull(),
    /** The corrected labels that it was approved with; null: those of its edition. */
    labels: text({mode: 'json'}).$type<readonly Correction[]>(),
  },
  table => [index('paper_subject').on(table.subjectId), index('paper_recipient').on(table.recipientId)],
);

/** That a year's plan and journal were bound together in the recipient's folder (paragraph 35 5)). */
export const yearBinding = sqliteTable(
  'year_binding',
  {
    id: text().primaryKey(),
    recipientId: text().notNull(),
    year: integer().notNull(),
    boundOn: text().notNull(),
    sheets: integer().notNull(),
  },
  table => [uniqueIndex('binding_recipient_year').on(table.recipientId, table.year)],
);

/** The print register: what left the program on paper or as a file, when, by whom, in which language. */
export const print = sqliteTable(
  'print',
  {
    id: text().primaryKey(),
    paperId: text().references(() => paper.id),
    form: text().notNull(),
    recipientId: text(),
    subjectId: text(),
    language: text({enum: printLanguages}).notNull(),
    how: text({enum: ['printed', 'saved']}).notNull(),
    state: text({enum: ['blank', 'draft', 'frozen']}).notNull(),
    printedAt: text().notNull(),
    accountId: text().notNull(),
  },
  table => [index('print_recipient').on(table.recipientId)],
);
