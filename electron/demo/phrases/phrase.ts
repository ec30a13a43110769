import {text, type Text} from '../../../domain/text.ts';
import type {MeasurePeriod, OrganisationType, PositiveChangeGroup} from '../../../domain/vocabulary.ts';

/** Whom a phrase suits; nothing said: everybody, everywhere. */
export interface Fit {
  readonly who?: 'child' | 'adult';
  readonly where?: readonly OrganisationType[];
}

export interface MeasurePhrase extends Fit {
  readonly text: Text;
  readonly volume: Text;
  readonly period: MeasurePeriod;
}

/** Column 3 of Appendix 5. */
export interface ChangePhrase extends Fit {
  readonly groups: readonly PositiveChangeGroup[];
  readonly text: Text;
}

/** Column 4 of Appendix 5. */
export interface NoChangePhrase extends Fit {
  readonly kind: 'none' | 'worse';
  readonly reason: Text;
}

/** Column 5 of Appendix 5. */
export interface CorrectionPhrase {
  readonly decision: Text;
  readonly recommendation: Text;
}

/** What workers write of one kind of service. */
export interface ServicePhrases {
  readonly measures: readonly MeasurePhrase[];
  readonly changes: readonly ChangePhrase[];
  readonly noChanges: readonly NoChangePhrase[];
  readonly corrections: readonly CorrectionPhrase[];
}

export const residential: readonly OrganisationType[] = ['stationary', 'temporary-stay'];
export const daily: readonly OrganisationType[] = ['semi-stationary'];
export const atHome: readonly OrganisationType[] = ['home-care'];
export const temporary: readonly OrganisationType[] = ['temporary-stay'];
export const notTemporary: readonly OrganisationType[] = ['stationary', 'semi-stationary', 'home-care'];

export function measure(
  kk: string,
  ru: string,
  [volumeKk, volumeRu]: readonly [kk: string, ru: string],
  period: MeasurePeriod,
  fit: Fit = {},
): MeasurePhrase {
  return {text: text(kk, ru), volume: text(volumeKk, volumeRu), period, ...fit};
}

export function change(groups: readonly PositiveChangeGroup[], kk: string, ru: string, fit: Fit = {}): ChangePhrase {
  return {groups, text: text(kk, ru), ...fit};
}

export function none(kk: string, ru: string, fit: Fit = {}): NoChangePhrase {
  return {kind: 'none', reason: text(kk, ru), ...fit};
}

export function worse(kk: string, ru: string, fit: Fit = {}): NoChangePhrase {
  return {kind: 'worse', reason: text(kk, ru), ...fit};
}

export function correction(
  [decisionKk, decisionRu]: readonly [kk: string, ru: string],
  [recommendationKk, recommendationRu]: readonly [kk: string, ru: string],
): CorrectionPhrase {
  return {decision: text(decisionKk, decisionRu), recommendation: text(recommendationKk, recommendationRu)};
}

/** Volumes that come again and again. */
export const everyDay = ['күн сайын', 'ежедневно'] as const;
export const twiceADay = ['күніне 2 рет', '2 раза в день'] as const;
export const onceAWeek = ['аптасына 1 рет', '1 раз в неделю'] as const;
export const twiceAWeek = ['аптасына 2 рет', '2 раза в неделю'] as const;
export const thriceAWeek = ['аптасына 3 рет', '3 раза в неделю'] as const;
export const onceAMonth = ['айына 1 рет', '1 раз в месяц'] as const;
export const twiceAMonth = ['айына 2 рет', '2 раза в месяц'] as const;
export const onceAQuarter = ['тоқсанына 1 рет', '1 раз в квартал'] as const;
export const onNeed = ['қажетіне қарай', 'по мере необходимости'] as const;
