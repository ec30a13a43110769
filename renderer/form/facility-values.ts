import {z} from 'zod';
import {organisationTypes} from '../../domain/vocabulary.ts';
import type {FacilityView} from '../../electron/contract/facility.ts';
import {raw, typed} from './typed.ts';

export const facilitySchema = z.object({
  type: typed.requiredChoice(organisationTypes),
  name: z.object({kk: typed.requiredLine(500), ru: typed.requiredLine(500)}),
  place: z.object({kk: typed.requiredLine(300), ru: typed.requiredLine(300)}),
});
/** Places are asked in the settings only. */
export const facilityWithPlacesSchema = facilitySchema.extend({places: typed.integer(1, 9_999)});
export type FacilityRaw = z.input<typeof facilitySchema>;

export function facilityRaw(facility: FacilityView | null | undefined): FacilityRaw {
  return {
    type: facility?.type ?? '',
    name: facility?.name ?? {kk: '', ru: ''},
    place: facility?.place ?? {kk: '', ru: ''},
  };
}

export function facilityWithPlacesRaw(facility: FacilityView): z.input<typeof facilityWithPlacesSchema> {
  return {...facilityRaw(facility), places: raw.number(facility.places)};
}
