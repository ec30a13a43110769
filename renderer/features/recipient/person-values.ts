import {z} from 'zod';
import {checkIin} from '../../../domain/iin.ts';
import {disabilityGroups, recipientCategories, sexes} from '../../../domain/vocabulary.ts';
import type {InputOf} from '../../../electron/contract/kernel.ts';
import type {recipientCalls, RecipientView, RelativeValues} from '../../../electron/contract/recipient.ts';
import {raw, typed} from '../../form/typed.ts';

interface RawName {
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
}

export interface RawRelative {
  readonly kinship: RelativeValues['kinship'];
  readonly name: RawName;
  readonly bornOn: string;
  readonly absenceReason: string;
  readonly proof: string;
}

export interface RawPerson {
  readonly name: RawName;
  readonly bornOn: string;
  readonly sex: string;
  readonly iin: string;
  readonly iinOverrideReason: string;
  readonly category: string;
  readonly disabilityGroup: string;
  readonly address: string;
  readonly phone: string;
  readonly programmeFrom: string;
  readonly programmeTo: string;
  readonly diagnosis: string;
  readonly ethnicity: string;
  readonly socialStatus: string;
  readonly relatives: RawRelative[];
}

export type PersonValues = Omit<InputOf<(typeof recipientCalls)['save']>, 'id' | 'seen'>;

export const kinships = ['mother', 'father', 'guardian'] as const;

/** A parent may be unknown: then only the reason of the absence is told. */
const relativeName = z.object({
  surname: typed.line().transform(part => part ?? ''),
  firstName: typed.line().transform(part => part ?? ''),
  patronymic: typed.line(),
});

const fields = z.object({
  name: typed.name(),
  bornOn: typed.date(),
  sex: typed.choice(sexes),
  iin: typed.line(),
  iinOverrideReason: typed.line(),
  category: typed.choice(recipientCategories),
  disabilityGroup: typed.choice(disabilityGroups),
  address: typed.line(),
  phone: typed.line(),
  programmeFrom: typed.date(),
  programmeTo: typed.date(),
  diagnosis: typed.prose(),
  ethnicity: typed.line(),
  socialStatus: typed.line(),
  relatives: z.array(
    z.object({
      kinship: z.enum(kinships),
      name: relativeName,
      bornOn: typed.date(),
      absenceReason: typed.line(),
      proof: typed.line(),
    }),
  ),
});

export const personSchema: z.ZodType<PersonValues, RawPerson> = fields.superRefine((person, context) => {
  const problem = person.iin === null ? null : iinProblem(person.iin, person.iinOverrideReason);
  if (problem !== null) context.addIssue({code: 'custom', path: ['iin'], message: problem});
  if (person.programmeFrom !== null && person.programmeTo !== null && person.programmeTo < person.programmeFrom) {
    context.addIssue({code: 'custom', path: ['programmeTo'], message: 'period-reversed'});
  }
});

/** The control digit is a hard check, unless somebody says why the number stands so in the document. */
function iinProblem(iin: string, reason: string | null): string | null {
  const check = checkIin(iin);
  if (check.kind === 'shape') return 'iin-shape';
  return check.kind === 'control-digit' && reason === null ? 'iin-control-digit' : null;
}

export function rawPerson(person: RecipientView): RawPerson {
  return {
    name: raw.name(person.name),
    bornOn: raw.text(person.bornOn),
    sex: raw.text(person.sex),
    iin: raw.text(person.iin),
    iinOverrideReason: raw.text(person.iinOverrideReason),
    category: raw.text(person.category),
    disabilityGroup: raw.text(person.disabilityGroup),
    address: raw.text(person.address),
    phone: raw.text(person.phone),
    programmeFrom: raw.text(person.programmeFrom),
    programmeTo: raw.text(person.programmeTo),
    diagnosis: raw.text(person.diagnosis),
    ethnicity: raw.text(person.ethnicity),
    socialStatus: raw.text(person.socialStatus),
    relatives: person.relatives.map(relative => ({
      kinship: relative.kinship,
      name: raw.name(relative.name),
      bornOn: raw.text(relative.bornOn),
      absenceReason: raw.text(relative.absenceReason),
      proof: raw.text(relative.proof),
    })),
  };
}

/** The next parent to be told of. */
export function nextKinship(relatives: readonly RawRelative[]): RawRelative['kinship'] {
  return kinships.find(kinship => relatives.every(relative => relative.kinship !== kinship)) ?? 'guardian';
}
