import {Group, SimpleGrid, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {z} from 'zod';
import {quarterReadingNames, quarterReadings, type TermUnit} from '../../../domain/deadline-rule.ts';
import {localTermName, localTermSchema, type LocalTerm} from '../../../domain/local-terms.ts';
import type {OutputOf} from '../../../electron/contract/kernel.ts';
import type {calendarCalls} from '../../../electron/contract/calendar.ts';
import {DraftForm} from '../../form/draft-form.tsx';
import {CheckField, DateField, NumberField, SelectField, TextField} from '../../form/fields.tsx';
import {SaveBar} from '../../form/save-bar.tsx';
import {raw, typed} from '../../form/typed.ts';
import {useDraftForm} from '../../form/use-draft-form.ts';
import {capital} from '../../lib/capital.ts';
import {useText} from '../../lib/language.tsx';
import {useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {termsText} from '../../text/calendar.ts';
import {settingsText} from '../../text/settings.ts';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Section} from '../../ui/section.tsx';
import {Waiting} from '../../ui/waiting.tsx';

type CountingView = OutputOf<(typeof calendarCalls)['counting']>;

const units = ['calendar-day', 'working-day', 'month', 'quarter', 'year'] as const satisfies readonly TermUnit[];

const schema = z.object({
  countedFrom: typed.date(),
  quarter: typed.requiredChoice(quarterReadings),
  terms: z.array(
    z
      .object({
        length: typed.integer(1, 730),
        unit: typed.requiredChoice(units),
        following: z.boolean(),
        shift: z.boolean(),
        source: typed.line(500),
      })
      .refine(({length, source}) => length === null || source !== null, {error: 'source-required', path: ['source']}),
  ),
});

/** How terms are counted, and the facility's own ones for what the order does not state of its type. */
export function TermsSettings() {
  const {data, error} = useCall('calendar', 'counting', {});
  if (!data) return error ? <ProblemNote error={error} /> : <Waiting />;
  // Another type of organisation has other terms: the form is made anew.
  return <TermsForm key={data.terms.map(term => term.kind).join()} counting={data} />;
}

function TermsForm({counting}: {counting: CountingView}) {
  const {t} = useText();
  const isHead = useRight('terms');
  const {run, running} = useCommand('calendar', 'saveCounting');
  const value = useDraftForm({
    key: 'settings:terms',
    schema,
    defaultValues: {
      countedFrom: raw.text(counting.countedFrom),
      quarter: counting.quarter,
      terms: counting.terms.map(({length, unit, following, shift, source}) => ({
        length: length === null ? '' : String(length),
        unit,
        following,
        shift,
        source,
      })),
    },
    base: null,
  });
  const save = async ({countedFrom, quarter, terms}: z.output<typeof schema>) => {
    const own: LocalTerm[] = counting.terms.map((term, index) =>
      localTermSchema.parse({...term, ...terms[index], source: terms[index]?.source ?? ''}),
    );
    await run({countedFrom, quarter, terms: own});
    notifications.show({message: t(settingsText.saved)});
  };
  return (
    <DraftForm value={value} onSubmit={save} autoFocus={false} label={t(settingsText.sections.terms)}>
      {!isHead && (
        <Words size="sm" c="dimmed">
          {t(settingsText.onlyHead)}
        </Words>
      )}
      <Section title={t(termsText.counting)}>
        <SimpleGrid cols={{base: 1, xs: 2}} spacing="sm">
          <DateField
            name="countedFrom"
            label={termsText.countedFrom}
            hint={termsText.countedFromHint}
            disabled={!isHead}
          />
          <SelectField
            name="quarter"
            label={termsText.quarter}
            required
            disabled={!isHead}
            choices={quarterReadings.map(each => ({value: each, label: quarterReadingNames[each]}))}
          />
        </SimpleGrid>
      </Section>
      <Section title={t(termsText.own)}>
        <Words size="sm">{t(counting.terms.length > 0 ? termsText.what : termsText.allStated)}</Words>
        {counting.terms.map((term, index) => (
          <Term key={term.kind} term={term} at={`terms.${index}`} disabled={!isHead} />
        ))}
      </Section>
      {isHead && <SaveBar draft={value.draft} saving={running} />}
    </DraftForm>
  );
}

function Term({term, at, disabled}: {term: LocalTerm; at: string; disabled: boolean}) {
  const {t} = useText();
  const name = localTermName(term.kind);
  return (
    <Stack gap={6} pt="xs" role="group" aria-label={t(name)}>
      <Words fw={600} size="sm">
        {t(capital(name))}
      </Words>
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <NumberField name={`${at}.length`} label={termsText.length} disabled={disabled} />
        <SelectField
          name={`${at}.unit`}
          label={termsText.unit}
          required
          disabled={disabled}
          choices={units.map(unit => ({value: unit, label: termsText.units[unit]}))}
        />
        <div style={{flex: 1}}>
          <TextField name={`${at}.source`} label={termsText.source} disabled={disabled} />
        </div>
      </Group>
      <Group gap="lg">
        <CheckField name={`${at}.following`} label={termsText.following} disabled={disabled} />
        <CheckField name={`${at}.shift`} label={termsText.shift} disabled={disabled} />
      </Group>
    </Stack>
  );
}
