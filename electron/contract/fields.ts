import {z} from 'zod';
import {isIsoDate} from '../../domain/dates.ts';

/** The field shapes that calls share. Rules of the order are not here: a draft is never blocked by a rule. */

export const id = z.string().min(1).max(64);

/** A day, `YYYY-MM-DD`, that exists. */
export const isoDate = z.string().refine(isIsoDate, {error: 'not-a-date'});

/** An instant, UTC ISO with Z. */
export const instant = z.iso.datetime();

/** Typed text: control characters are removed by the handlers, length is bounded so that nothing can fill the disk. */
export const line = z.string().max(1_000, {error: 'too-long'});
export const prose = z.string().max(20_000, {error: 'too-long'});

/** Something that may not be known yet. */
export function maybe<Schema extends z.ZodType>(schema: Schema): z.ZodNullable<Schema> {
  return schema.nullable();
}

export const bilingual = z.strictObject({kk: line, ru: line});

/** Surname, first name, patronymic (if any). */
export const personName = z.strictObject({surname: line, firstName: line, patronymic: maybe(line)});

/** The stamp of the record's last change as the screen saw it; a command refuses (`conflict`) when it is older. */
export const stamp = z.string().max(80);

export const nothing = z.strictObject({});

/** What a saving command answers: the record and its new stamp. */
export const saved = z.strictObject({id, stamp});
