import {Button, Group, Stack} from '@mantine/core';
import {useFormContext, useWatch} from 'react-hook-form';
import {addDays, addMonths, isIsoDate} from '../../../domain/dates.ts';
import type {Text} from '../../../domain/text.ts';
import {fieldName} from '../../../templates/core/edition.ts';
import {appendix4} from '../../../templates/editions/308-2022/appendix-4.ts';
import {DateField} from '../../form/fields.tsx';
import {today} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {planText} from '../../text/plan.ts';
import {Section} from '../../ui/section.tsx';
import {Remark} from '../../ui/remark.tsx';
import {withDaysOf, type RawPlan} from './plan-values.ts';

const {observed, planned, reviewOn} = appendix4.fields;

/** The periods of the form. What is odd is said at once, while the paper is still at hand; a draft is never blocked. */
export function PlanDates({admittedOn}: {admittedOn: string | null}) {
  const {t} = useText();
  const {setValue, getValues} = useFormContext<RawPlan>();
  const hasMeasures = useWatch<RawPlan, 'measures'>({name: 'measures'}).length > 0;
  const [observedFrom, observedTo, from, to, review] = useWatch<
    RawPlan,
    ['observedFrom', 'observedTo', 'periodFrom', 'periodTo', 'reviewOn']
  >({name: ['observedFrom', 'observedTo', 'periodFrom', 'periodTo', 'reviewOn']});

  function setOneYear(): void {
    const last = addDays(addMonths(from, 12), -1);
    setValue('periodTo', last, {shouldDirty: true, shouldTouch: true});
    if (!isIsoDate(review)) setValue('reviewOn', last, {shouldDirty: true, shouldTouch: true});
  }

  function setDaysOfMeasures(): void {
    setValue('measures', withDaysOf(getValues(), today()), {shouldDirty: true, shouldTouch: true});
  }

  return (
    <Section title={t(planText.dates)}>
      <div className="plan-dates">
        <Stack gap={4}>
          <PeriodFields label={fieldName(observed)} from="observedFrom" to="observedTo" />
          <Warnings words={reversed(observedFrom, observedTo)} />
        </Stack>
        <Stack gap={4}>
          <PeriodFields label={fieldName(planned)} from="periodFrom" to="periodTo" />
          <Warnings words={periodWarnings(from, to, admittedOn)} />
          <Group gap={4}>
            {isIsoDate(from) && (
              <Button size="compact-xs" variant="subtle" title={t(planText.yearFromHint)} onClick={setOneYear}>
                {t(planText.yearFrom)}
              </Button>
            )}
            {isIsoDate(from) && isIsoDate(to) && hasMeasures && (
              <Button
                size="compact-xs"
                variant="subtle"
                title={t(planText.toAllMeasuresHint)}
                onClick={setDaysOfMeasures}
              >
                {t(planText.toAllMeasures)}
              </Button>
            )}
          </Group>
        </Stack>
        <Stack gap={4}>
          <fieldset className="plan-period">
            <legend>{t(planText.review)}</legend>
            <DateField name="reviewOn" label={reviewOn.label} />
          </fieldset>
          <Warnings words={reviewWarnings(review, from, to)} />
        </Stack>
      </div>
    </Section>
  );
}

function PeriodFields({label, from, to}: {label: Text; from: string; to: string}) {
  const {t} = useText();
  return (
    <fieldset className="plan-period">
      <legend>{t(label)}</legend>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <DateField name={from} label={planText.from} />
        <DateField name={to} label={planText.to} />
      </Group>
    </fieldset>
  );
}

function Warnings({words}: {words: readonly Text[]}) {
  return words.map(each => <Remark key={each.ru} of={each} />);
}

function reversed(from: string, to: string): Text[] {
  return isIsoDate(from) && isIsoDate(to) && to < from ? [planText.periodReversed] : [];
}

function periodWarnings(from: string, to: string, admittedOn: string | null): Text[] {
  const words = reversed(from, to);
  if (isIsoDate(from) && isIsoDate(to) && to >= addMonths(from, 12)) words.push(planText.periodTooLong);
  if (admittedOn === null) return words;
  if (isIsoDate(to) && to < admittedOn) words.push(planText.periodBeforeAdmission);
  else if (isIsoDate(from) && from < admittedOn) words.push(planText.startBeforeAdmission(admittedOn));
  return words;
}

function reviewWarnings(review: string, from: string, to: string): Text[] {
  const isOutside = isIsoDate(review) && ((isIsoDate(from) && review < from) || (isIsoDate(to) && review > to));
  return isOutside ? [planText.reviewOutside] : [];
}
