import {z} from 'zod';
import {
  admissionChecklist,
  type AdmissionFacts,
  type AdmissionItem,
  type AdmissionLine,
} from '../../domain/admission.ts';
import {isIsoDate} from '../../domain/dates.ts';
import {cleanText} from '../../domain/person.ts';
import type {OrganisationType} from '../../domain/vocabulary.ts';
import type {AdmissionGiven} from '../../electron/contract/admission.ts';
import {admission} from '../../templates/editions/308-2022/admission.ts';
import {raw, typed} from './typed.ts';

/** What the records, or the fields above, say of the person. */
export type KnownOfPerson = Pick<AdmissionFacts, 'on' | 'bornOn' | 'category' | 'disabilityGroup' | 'programmeTo'> & {
  readonly organisationType: OrganisationType;
};

const rawAnswer = z.object({
  answer: z.string(),
  ground: z.string(),
  reason: z.string().max(1_000, {error: 'too-long'}),
});

/** Only the shapes: what an answer means depends on what is known, `givenFrom` says it. */
export const admissionSchema = z.object({
  hoursPerDay: typed.hundredths(0, 2_400),
  night: z.string(),
  stayTo: typed.date(),
  answers: z.record(z.string(), rawAnswer),
});
export type AdmissionRaw = z.input<typeof admissionSchema>;

/** A field for each condition that this type of organisation may ask. */
export function admissionRaw(type: OrganisationType | null, given: AdmissionGiven | null): AdmissionRaw {
  const own = admission.filter(item => item.organisationType === type);
  const {hoursPerDay: hours = null, staysNight = null} = given ?? {};
  return {
    hoursPerDay: raw.hundredths(hours === null ? null : Math.round(hours * 100)),
    night: staysNight === null ? '' : staysNight ? 'night' : 'day',
    stayTo: raw.text(given?.stayTo),
    answers: Object.fromEntries(
      own.map(({id}) => {
        const answer = given?.answers.find(({itemId}) => itemId === id);
        return [
          id,
          {
            answer: answer?.answer ?? 'unknown',
            ground: raw.number(answer?.ground),
            reason: raw.text(answer?.reason),
          },
        ];
      }),
    ),
  };
}

/** The checklist as it stands while a person types: what cannot be read yet is not known. */
export function linesWhile(known: KnownOfPerson, typedSoFar: AdmissionRaw): AdmissionLine[] {
  return admissionChecklist(admission, factsOf(known, typedSoFar));
}

/** What goes to the main side: only what is asked now, and nothing that the program finds by itself. */
export function givenFrom(known: KnownOfPerson, values: AdmissionRaw): AdmissionGiven {
  const {hoursPerDay, staysNight, stayTo} = factsOf(known, values);
  const answers = linesWhile(known, values).flatMap(({item, found}): AdmissionGiven['answers'] => {
    const given = values.answers[item.id];
    const reason = cleanText(given?.reason ?? '') || null;
    if (given === undefined || found === 'met') return [];
    if (found === 'not-met') {
      return reason === null ? [] : [{itemId: item.id, answer: 'not-met', ground: null, reason}];
    }
    if (given.answer === 'met') return [{itemId: item.id, answer: 'met', ground: groundOf(item, given), reason: null}];
    return given.answer === 'not-met' ? [{itemId: item.id, answer: 'not-met', ground: null, reason}] : [];
  });
  return {hoursPerDay, staysNight, stayTo, answers};
}

function groundOf(item: AdmissionItem, {ground}: z.output<typeof rawAnswer>): number | null {
  const at = Number(ground);
  return ground === '' || item.reasons[at] === undefined ? null : at;
}

function factsOf(known: KnownOfPerson, {hoursPerDay, night, stayTo}: AdmissionRaw): AdmissionFacts {
  const hours = typed.hundredths(0, 2_400).safeParse(hoursPerDay);
  return {
    ...known,
    hoursPerDay: hours.success && hours.data !== null ? hours.data / 100 : null,
    staysNight: night === '' ? null : night === 'night',
    stayTo: isIsoDate(stayTo) ? stayTo : null,
  };
}
