import {Box, Button, Group, SimpleGrid, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {IconPrinter} from '@tabler/icons-react';
import {useMemo, useState} from 'react';
import {useWatch} from 'react-hook-form';
import {Link, useLocation} from 'wouter';
import {z} from 'zod';
import {sheetsInWords} from '../../../domain/number-words.ts';
import type {FileView} from '../../../electron/contract/file.ts';
import type {RecipientView} from '../../../electron/contract/recipient.ts';
import {appendix3} from '../../../templates/editions/308-2022/appendix-3.ts';
import {AskDialog} from '../../form/ask-dialog.tsx';
import {DraftForm} from '../../form/draft-form.tsx';
import {WhereField} from '../../form/facility-name-field.tsx';
import {DateField, NumberField, TextField} from '../../form/fields.tsx';
import {SaveBar} from '../../form/save-bar.tsx';
import {typed} from '../../form/typed.ts';
import {useDraftForm} from '../../form/use-draft-form.ts';
import {today} from '../../lib/clock.ts';
import {useArrival} from '../../lib/arrival.ts';
import {failureText} from '../../lib/failures.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {usePrintKey} from '../../lib/use-print-key.ts';
import {fileText} from '../../text/file.ts';
import {Allowed} from '../../ui/allowed.tsx';
import {IssueList} from '../../ui/issue-list.tsx';
import {Page} from '../../ui/page.tsx';
import {Section} from '../../ui/section.tsx';
import {Documents} from './documents.tsx';
import {FilePerson} from './file-person.tsx';
import {
  fileSchema,
  isEmptyDocument,
  issueTarget,
  rawFile,
  sheetsOf,
  type FileValues,
  type RawFile,
} from './file-values.ts';
import './file.css';
import {tellFailure} from '../../lib/tell-failure.tsx';

/** The personal file: what stands on its cover (Appendix 3) and the papers in it. */
export function FileEdit({file, person, name}: {file: FileView; person: RecipientView; name: string}) {
  const {t} = useText();
  const [, navigate] = useLocation();
  const values = useMemo(() => rawFile(file), [file]);
  const value = useDraftForm({key: `file:${file.id}`, defaultValues: values, base: file.stamp, schema: fileSchema});
  const {form, draft} = value;
  const saving = useCommand('file', 'save');
  const issuing = useCommand('paper', 'issue');
  const {data: issues} = useCall('paper', 'issues', {form: 'appendix-3', subjectId: person.id});
  const [write, isHead] = [useRight('file'), useRight('approve')];
  const [isIssuing, setIsIssuing] = useState(false);
  const stops = issues?.some(issue => issue.severity === 'stop') ?? true;

  function save(parsed: FileValues) {
    const documents = parsed.documents.filter(document => !isEmptyDocument(document));
    return saving.run({...parsed, documents, id: file.id, seen: draft.base ?? file.stamp});
  }

  async function settleTyped(): Promise<boolean> {
    if (draft.state === 'clean') return true;
    let isSaved = false;
    await form.handleSubmit(async parsed => {
      await save(parsed);
      draft.settle();
      isSaved = true;
    })();
    return isSaved;
  }

  useArrival(draft.ready, field => document.querySelector<HTMLElement>(`[name="${field}"]`)?.focus());

  function go(field: string): void {
    const target = issueTarget(field);
    if (target.kind === 'field') document.querySelector<HTMLElement>(`[name="${target.name}"]`)?.focus();
    else if (target.kind === 'settings') navigate(paths.settings('facility'));
    else navigate(paths.recipient(person.id), {state: {tab: 'person'}});
  }

  const preview = (): void => {
    settleTyped().then(
      isSaved => isSaved && navigate(paths.paper({kind: 'living', form: 'appendix-3', subjectId: person.id})),
      (error: unknown) => tellFailure(t, failureText(error)),
    );
  };
  usePrintKey(preview);

  return (
    <Page
      title={t(fileText.number(file.number))}
      person={name}
      actions={
        <Button component={Link} href={paths.recipient(person.id)} variant="subtle" size="compact-md">
          {t(fileText.person)}
        </Button>
      }
    >
      <DraftForm
        value={value}
        label={t(fileText.title)}
        onSubmit={async parsed => {
          await save(parsed);
          notifications.show({message: t(fileText.saved)});
        }}
      >
        <Group align="stretch" gap="md" wrap="nowrap">
          <Box style={{flex: 1, minWidth: 0}}>
            <Section title={t(fileText.cover)}>
              <Allowed when={write}>
                <SimpleGrid cols={{base: 2, md: 3}} spacing="sm" verticalSpacing="xs">
                  <TextField name="number" label={fileText.fileNumber} required />
                  <DateField name="openedOn" label={fileText.openedOn} required />
                  <DateField name="signedOn" label={fileText.signedOn} />
                  <TextField name="place.kk" label={fileText.placeKk} />
                  <TextField name="place.ru" label={fileText.placeRu} />
                  <WhereField name="cameFrom" label={appendix3.fields.cameFrom.label} />
                </SimpleGrid>
                <SheetCount />
              </Allowed>
            </Section>
          </Box>
          <Box w={300} style={{flexShrink: 0}}>
            <Section title={t(fileText.issueTitle)}>
              {issues && (
                <IssueList
                  issues={issues}
                  isSaved={draft.state === 'clean'}
                  title={fileText.issuesTitle}
                  ready={fileText.noIssues}
                  onGo={go}
                />
              )}
              {isHead ? (
                <Button variant="light" disabled={stops} onClick={() => setIsIssuing(true)}>
                  {t(fileText.issue)}
                </Button>
              ) : (
                <Words size="sm" c="dimmed">
                  {t(fileText.headOnly)}
                </Words>
              )}
            </Section>
          </Box>
        </Group>
        <FilePerson person={person} />
        <Allowed when={write}>
          <Documents />
        </Allowed>
        <div className="file-save-bar">
          <SaveBar draft={draft} saving={saving.running} allowed={write}>
            <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={preview}>
              {t(fileText.preview)}
            </Button>
          </SaveBar>
        </div>
      </DraftForm>
      {isIssuing && (
        <AskDialog
          title={fileText.issueTitle}
          what={fileText.issueWhat}
          schema={z.object({legalDate: typed.requiredDate()})}
          initial={{legalDate: file.signedOn ?? today()}}
          confirm={fileText.issue}
          onConfirm={async ({legalDate}) => {
            if (!(await settleTyped())) return;
            await issuing.run({form: 'appendix-3', subjectId: person.id, legalDate});
            notifications.show({message: t(fileText.issued)});
          }}
          onClose={() => setIsIssuing(false)}
        >
          <DateField name="legalDate" label={fileText.issuedOn} required />
        </AskDialog>
      )}
    </Page>
  );
}

/** The count of sheets, and its words in both languages as the cover will have them, while the inventory is typed. */
function SheetCount() {
  const {t} = useText();
  const [sheets, documents] = useWatch<RawFile, ['sheets', 'documents']>({name: ['sheets', 'documents']});
  const count = sheetsOf({sheets, documents});
  const words = sheetsInWords(Math.min(count, 999_999));
  return (
    <Group gap="md" align="flex-end" wrap="nowrap">
      <Box w={200}>
        <NumberField name="sheets" label={fileText.sheets} hint={fileText.sheetsHint} />
      </Box>
      <Stack gap={0} pb={6} role="status">
        <Words size="xs" c="dimmed">
          {t(fileText.sheetsLine)}
        </Words>
        <Words size="sm" lang="kk">
          {count} — {words.kk}
        </Words>
        <Words size="sm" lang="ru">
          {count} — {words.ru}
        </Words>
      </Stack>
    </Group>
  );
}
