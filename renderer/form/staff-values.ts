import {z} from 'zod';
import {serviceTypes, signatoryRoles} from '../../domain/vocabulary.ts';
import type {StaffView} from '../../electron/contract/facility.ts';
import {raw, typed} from './typed.ts';

export const staffSchema = z.object({
  name: typed.name(),
  signatoryRole: typed.choice(signatoryRoles),
  position: z.object({kk: typed.requiredLine(300), ru: typed.requiredLine(300)}),
  serviceTypes: z.array(z.enum(serviceTypes)),
  startedOn: typed.date(),
  leftOn: typed.date(),
});
export type StaffRaw = z.input<typeof staffSchema>;
export type StaffParsed = z.output<typeof staffSchema>;

export function staffRaw(person: StaffView | null, position = {kk: '', ru: ''}): StaffRaw {
  return {
    name: raw.name(person?.name),
    signatoryRole: person?.signatoryRole ?? '',
    position: person?.position ?? position,
    serviceTypes: person?.serviceTypes ?? [],
    startedOn: raw.text(person?.startedOn),
    leftOn: raw.text(person?.leftOn),
  };
}

/** The post of Appendix 1 and how much of it: only stationary organisations are asked. */
export const normPostSchema = z.object({
  normPost: typed.integer(1, 999),
  rateHundredths: typed.hundredths(1, 1_000),
});

export function normPostRaw(person: StaffView | null): z.input<typeof normPostSchema> {
  return {normPost: raw.number(person?.normPost), rateHundredths: raw.hundredths(person?.rateHundredths)};
}
