import {Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {z} from 'zod';
import {longestKeeping} from '../../../domain/keeping-term.ts';
import type {personalDataCalls} from '../../../electron/contract/personal-data.ts';
import type {OutputOf} from '../../../electron/contract/kernel.ts';
import {DraftForm} from '../../form/draft-form.tsx';
import {CheckField, NumberField} from '../../form/fields.tsx';
import {SaveBar} from '../../form/save-bar.tsx';
import {raw, typed} from '../../form/typed.ts';
import {useDraftForm} from '../../form/use-draft-form.ts';
import {useText} from '../../lib/language.tsx';
import {useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {personalDataText} from '../../text/personal-data.ts';
import {settingsText} from '../../text/settings.ts';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Section} from '../../ui/section.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {DuePeople} from './due-people.tsx';
import {ExportEverything} from './export-everything.tsx';

type Settings = OutputOf<(typeof personalDataCalls)['settings']>;

const schema = z.object({consentMark: z.boolean(), keepYears: typed.integer(1, longestKeeping)});

/** What the organisation decides about the data of people, and whose term of keeping is over. */
export function PersonalDataSettings() {
  const mayExportAll = useRight('export-all');
  const {data, error} = useCall('personalData', 'settings', {});
  if (!data) return error ? <ProblemNote error={error} /> : <Waiting />;
  return (
    <Stack gap="md">
      <SettingsForm settings={data} />
      <DuePeople hasTerm={data.keepYears !== null} />
      {mayExportAll && <ExportEverything />}
    </Stack>
  );
}

function SettingsForm({settings}: {settings: Settings}) {
  const {t} = useText();
  const isHead = useRight('terms');
  const {run, running} = useCommand('personalData', 'saveSettings');
  const value = useDraftForm({
    key: 'settings:personal-data',
    schema,
    defaultValues: {consentMark: settings.consentMark, keepYears: raw.number(settings.keepYears)},
    base: null,
  });
  const save = async (values: z.output<typeof schema>) => {
    await run(values);
    notifications.show({message: t(settingsText.saved)});
  };
  return (
    <DraftForm value={value} onSubmit={save} autoFocus={false} label={t(settingsText.sections['personal-data'])}>
      <Section title={t(personalDataText.settings)}>
        {!isHead && (
          <Words size="sm" c="dimmed">
            {t(settingsText.onlyHead)}
          </Words>
        )}
        <CheckField
          name="consentMark"
          label={personalDataText.consentMark}
          hint={personalDataText.consentMarkHint}
          disabled={!isHead}
        />
        <NumberField
          name="keepYears"
          label={personalDataText.keepYears}
          hint={personalDataText.keepYearsHint}
          suffix={personalDataText.years}
          disabled={!isHead}
        />
      </Section>
      {isHead && <SaveBar draft={value.draft} saving={running} />}
    </DraftForm>
  );
}
