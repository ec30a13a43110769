import {Anchor, Button, Group, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useState} from 'react';
import {Link} from 'wouter';
import {formatDate} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import {formNames, paperStateNames, printLanguageNames, printWayNames} from '../../../domain/record-value-words.ts';
import type {Text} from '../../../domain/text.ts';
import type {RegisterLine} from '../../../electron/contract/printing.ts';
import {client} from '../../lib/bridge.ts';
import {clockTime, localDay} from '../../lib/clock.ts';
import {failureText} from '../../lib/failures.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {saveBytes} from '../../lib/save-file.ts';
import {useRight, useSessionState} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {printingText} from '../../text/printing.ts';
import {recipientText} from '../../text/recipient.ts';
import {DataTable, type DataColumn} from '../../ui/data-table.tsx';
import {EmptyState} from '../../ui/empty-state.tsx';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {RegisterFilters, type RegisterFilter} from './register-filters.tsx';
import {tellFailure} from '../../lib/tell-failure.tsx';

const pageSize = 50;

/** What was printed or saved, when, by whom, as which paper; of one person, or of everybody. */
export function RegisterPage({recipientId}: {recipientId: string | null}) {
  const {t} = useText();
  const [filter, setFilter] = useState<RegisterFilter>({
    from: null,
    to: null,
    accountId: null,
    form: null,
    recipientId,
  });
  const {data: person} = useCall('printing', 'register', {...filter, offset: 0, limit: 1}, {keepPrevious: true});
  const name = recipientId === null ? null : (person?.lines[0]?.name ?? null);
  return (
    <Page
      wide
      title={t(printingText.register)}
      {...(name === null ? {} : {person: fullName(name)})}
      actions={<Actions filter={filter} recipientId={recipientId} />}
    >
      <RegisterFilters filter={filter} onFilter={setFilter} />
      <LinesPage key={JSON.stringify(filter)} filter={filter} offset={0} />
    </Page>
  );
}

function Actions({filter, recipientId}: {filter: RegisterFilter; recipientId: string | null}) {
  const {t, language} = useText();
  const mayExport = useRight('export');
  const session = useSessionState();

  async function save(): Promise<void> {
    try {
      const wanted = {...filter, language};
      if (session?.host === 'loopback') {
        const {file, fileName} = await client.printing.excel(wanted);
        saveBytes(file, fileName);
      } else if (!(await client.printing.saveExcel(wanted)).saved) return;
      notifications.show({message: t(printingText.fileSaved)});
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  }

  return (
    <Button.Group>
      {mayExport && (
        <Button variant="default" size="xs" onClick={() => void save()}>
          {t(printingText.excel)}
        </Button>
      )}
      {recipientId !== null && (
        <Button component={Link} href={paths.printRegister()} variant="default" size="xs">
          {t(printingText.allPrints)}
        </Button>
      )}
      <Button component={Link} href={paths.printing()} variant="default" size="xs">
        {t(printingText.toPile)}
      </Button>
    </Button.Group>
  );
}

function LinesPage({filter, offset}: {filter: RegisterFilter; offset: number}) {
  const {t} = useText();
  const {data, error, refetch} = useCall('printing', 'register', {...filter, offset, limit: pageSize});
  const [withEarlier, setWithEarlier] = useState(false);
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  if (data.total === 0) {
    return <EmptyState title={t(printingText.registerEmptyTitle)} what={t(printingText.registerEmptyWhat)} />;
  }
  const next = offset + data.lines.length;
  return (
    <Stack gap="sm">
      {offset === 0 && (
        <Words size="sm" c="dimmed" role="status">
          {t(printingText.total(data.total))}
        </Words>
      )}
      <DataTable<RegisterLine>
        caption={t(printingText.register)}
        rows={data.lines}
        rowKey={({id}) => id}
        columns={columnsOf(t)}
      />
      {next < data.total && !withEarlier && (
        <Group>
          <Button variant="default" size="xs" onClick={() => setWithEarlier(true)}>
            {t(printingText.earlier)}
          </Button>
        </Group>
      )}
      {withEarlier && <LinesPage filter={filter} offset={next} />}
    </Stack>
  );
}

function columnsOf(t: (words: Text) => string): DataColumn<RegisterLine>[] {
  return [
    {key: 'when', head: t(recipientText.printedAt), width: 170, cell: ({printedAt}) => moment(printedAt)},
    {key: 'who', head: t(recipientText.printedBy), width: '16%', cell: ({accountName}) => accountName},
    {
      key: 'recipient',
      head: t(printingText.name),
      width: '22%',
      cell: ({recipientId, name}) =>
        recipientId !== null &&
        name !== null && (
          <Anchor component={Link} href={paths.recipient(recipientId)} size="sm">
            {fullName(name)}
          </Anchor>
        ),
    },
    {
      key: 'form',
      head: t(recipientText.paperForm),
      namesRow: true,
      cell: ({form, paperId, printedAt}) =>
        paperId === null ? (
          t(formNames[form])
        ) : (
          <Anchor
            component={Link}
            href={paths.paper({kind: 'frozen', paperId})}
            aria-label={t(printingText.openPaper(formNames[form], moment(printedAt)))}
            size="sm"
          >
            {t(formNames[form])}
          </Anchor>
        ),
    },
    {key: 'state', head: t(recipientText.printedState), width: 170, cell: ({state}) => t(paperStateNames[state])},
    {
      key: 'language',
      head: t(recipientText.printedLanguage),
      width: 120,
      cell: ({language}) => t(printLanguageNames[language]),
    },
    {key: 'how', head: t(recipientText.printedHow), width: 150, cell: ({how}) => t(printWayNames[how])},
  ];
}

function moment(instant: string): string {
  return `${formatDate(localDay(instant))} ${clockTime(instant)}`;
}
