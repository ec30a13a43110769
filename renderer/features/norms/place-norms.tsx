import {Button, Paper, SegmentedControl, Title} from '@mantine/core';
import {useDebouncedValue} from '@mantine/hooks';
import {notifications} from '@mantine/notifications';
import {IconDeviceFloppy, IconTable} from '@tabler/icons-react';
import {useMemo, useState, type ReactNode} from 'react';
import {printLanguageNames} from '../../../domain/record-value-words.ts';
import {must} from '../../../domain/assert.ts';
import {printLanguages, type PrintLanguage} from '../../../domain/text.ts';
import type {NormAnswers, NormPlace} from '../../../electron/contract/norms.ts';
import {staffNormEditions} from '../../../templates/editions/staff-norms.ts';
import {DraftForm} from '../../form/draft-form.tsx';
import {SaveBar} from '../../form/save-bar.tsx';
import {useDraftForm} from '../../form/use-draft-form.ts';
import {client} from '../../lib/bridge.ts';
import {saveBytes} from '../../lib/save-file.ts';
import {failureText} from '../../lib/failures.ts';
import {useText} from '../../lib/language.tsx';
import {useRight, useSessionState} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {usePrintKey} from '../../lib/use-print-key.ts';
import {normsText} from '../../text/norms.ts';
import {paperText} from '../../text/paper.ts';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {normsSchema, rawNorms, readNorms} from './norm-values.ts';
import {Questions, type StaffChoice} from './questions.tsx';
import {Results} from './results.tsx';
import {tellFailure} from '../../lib/tell-failure.tsx';

const edition = must(staffNormEditions.at(-1));
const enteredPosts = edition.posts.filter(({rule}) => rule?.kind === 'inter-sector').map(({no}) => no);

/** Milliseconds without a key after which the table is counted anew. */
const pause = 150;

interface PlaceNormsProps {
  readonly place: NormPlace;
  readonly staff: readonly StaffChoice[];
  readonly chooser: ReactNode;
}

/** One place: its answers at the left, the table that follows from them at the right, also before they are saved. */
export function PlaceNorms({place, staff, chooser}: PlaceNormsProps) {
  const {t, language: screenLanguage} = useText();
  const write = useRight('organisation');
  const [language, setLanguage] = useState<PrintLanguage>(screenLanguage);
  const value = useDraftForm({
    key: `norms:${place.unitId ?? 'organisation'}`,
    schema: normsSchema,
    defaultValues: rawNorms(place, enteredPosts),
    base: place.stamp,
  });
  const {form, draft} = value;
  const {run, running} = useCommand('norms', 'save');
  const {answers} = readNorms(form.watch());
  const settled = useSettled(answers);
  const computed = useCall(
    'norms',
    'compute',
    {unitId: place.unitId, answers: settled},
    {enabled: draft.ready, keepPrevious: true},
  );
  const isComputed = computed.data?.state === 'computed';
  const saveFile = useSaveFile(place.unitId, language);

  async function give(as: 'pdf' | 'xlsx'): Promise<void> {
    // A number that is none would silently be left out of the file.
    if (!isComputed || !(await form.trigger(undefined, {shouldFocus: true}))) return;
    await saveFile(as, readNorms(form.getValues()).answers);
  }
  usePrintKey(() => void give('pdf'));

  const actions = (
    <>
      {chooser}
      <SegmentedControl
        aria-label={t(paperText.printLanguage)}
        size="xs"
        value={language}
        onChange={next => setLanguage(printLanguages.find(each => each === next) ?? language)}
        data={printLanguages.map(each => ({value: each, label: t(printLanguageNames[each])}))}
      />
      <Button
        size="xs"
        variant="default"
        leftSection={<IconDeviceFloppy size={16} aria-hidden />}
        disabled={!isComputed}
        onClick={() => void give('pdf')}
      >
        {t(normsText.savePdf)}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconTable size={16} aria-hidden />}
        disabled={!isComputed}
        onClick={() => void give('xlsx')}
      >
        {t(normsText.saveExcel)}
      </Button>
    </>
  );

  return (
    <Page title={t(normsText.title)} actions={actions} wide>
      <div className="norms-panes">
        <Paper withBorder p="sm" className="norms-pane">
          <DraftForm
            value={value}
            label={t(normsText.questions)}
            onSubmit={async parsed => {
              await run({unitId: place.unitId, seen: draft.base ?? place.stamp, answers: parsed});
              notifications.show({message: t(normsText.saved)});
            }}
          >
            <Title order={2} size="h5">
              {t(normsText.questions)}
            </Title>
            <fieldset className="norms-fields" disabled={!write} aria-label={t(normsText.questions)}>
              <Questions edition={edition} place={place} answers={answers} staff={staff} />
            </fieldset>
            {write && (
              <div className="norms-save-bar">
                <SaveBar draft={draft} saving={running} />
              </div>
            )}
          </DraftForm>
        </Paper>
        <section className="norms-pane" aria-label={t(normsText.result)} tabIndex={0}>
          {computed.error && <ProblemNote error={computed.error} />}
          {computed.data ? <Results edition={edition} outcome={computed.data} /> : !computed.error && <Waiting />}
        </section>
      </div>
    </Page>
  );
}

/** The answers once nobody has typed for a moment; the same object as long as they say the same. */
function useSettled(answers: NormAnswers): NormAnswers {
  const [settled] = useDebouncedValue(JSON.stringify(answers), pause);
  return useMemo(() => JSON.parse(settled) as NormAnswers, [settled]);
}

function useSaveFile(unitId: string | null, language: PrintLanguage) {
  const {t} = useText();
  const host = useSessionState()?.host;
  return async (as: 'pdf' | 'xlsx', answers: NormAnswers): Promise<void> => {
    const asked = {unitId, answers, language};
    try {
      // A page in a browser cannot be asked where to: the browser does that with a download.
      if (host === 'loopback') {
        const {file, fileName} = await (as === 'pdf' ? client.norms.print(asked) : client.norms.excel(asked));
        saveBytes(file, fileName);
      } else if (!(await client.norms.saveAs({...asked, as})).saved) return;
      notifications.show({message: t(normsText.fileSaved)});
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  };
}
