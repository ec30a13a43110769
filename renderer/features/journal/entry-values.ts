import {z} from 'zod';
import {disabilityGroups, recipientCategories, sexes, type OrganisationType} from '../../../domain/vocabulary.ts';
import {admissionRaw, admissionSchema} from '../../form/admission-values.ts';
import {typed} from '../../form/typed.ts';
import {eventRaw, eventSchema} from '../../form/event-values.ts';

const person = z.object({
  name: typed.name(),
  bornOn: typed.date(),
  sex: typed.choice(sexes),
  iin: typed.line(50),
  iinOverrideReason: typed.line(500),
  category: typed.choice(recipientCategories),
  disabilityGroup: typed.choice(disabilityGroups),
  address: typed.line(500),
  phone: typed.line(100),
  programmeFrom: typed.date(),
  programmeTo: typed.date(),
});

const how = z.enum(['queued', 'admitted']);
/** `archive`: an old paper entered late. */
const mark = {how, event: eventSchema, archive: z.boolean(), admission: admissionSchema};

/** A new row: a new person, or one who is already known (then nothing about the person is typed again). */
export const entrySchema = z.discriminatedUnion('who', [
  z.object({who: z.literal('new'), person, recipientId: z.string(), knownName: z.string(), ...mark}),
  z.object({
    who: z.literal('known'),
    person: z.unknown(),
    recipientId: z.string().min(1),
    knownName: z.string(),
    ...mark,
  }),
]);

export interface EntryRaw {
  [field: string]: unknown;
  who: 'new' | 'known';
  person: z.input<typeof person>;
  recipientId: string;
  knownName: string;
  how: z.input<typeof how>;
  event: z.input<typeof eventSchema>;
  archive: boolean;
  admission: z.input<typeof admissionSchema>;
}
export type EntryValues = z.output<typeof entrySchema>;

export function entryRaw(today: string, type: OrganisationType | null): EntryRaw {
  return {
    who: 'new',
    person: {
      name: {surname: '', firstName: '', patronymic: ''},
      bornOn: '',
      sex: '',
      iin: '',
      iinOverrideReason: '',
      category: '',
      disabilityGroup: '',
      address: '',
      phone: '',
      programmeFrom: '',
      programmeTo: '',
    },
    recipientId: '',
    knownName: '',
    how: 'queued',
    event: eventRaw(null, today),
    archive: false,
    admission: admissionRaw(type, null),
  };
}
