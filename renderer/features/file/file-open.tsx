import {Button, Group, Paper} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {Link} from 'wouter';
import {z} from 'zod';
import {appendix3} from '../../../templates/editions/308-2022/appendix-3.ts';
import {DraftForm} from '../../form/draft-form.tsx';
import {WhereField} from '../../form/facility-name-field.tsx';
import {DateField} from '../../form/fields.tsx';
import {SaveBar} from '../../form/save-bar.tsx';
import {typed} from '../../form/typed.ts';
import {useDraftForm} from '../../form/use-draft-form.ts';
import {today} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {fileText} from '../../text/file.ts';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Waiting} from '../../ui/waiting.tsx';

const schema = z.object({openedOn: typed.requiredDate(), cameFrom: typed.line()});

/** The file of a person who has none: the day on which it is opened, and the number that it gets. */
export function FileOpen({
  recipientId,
  name,
  admittedOn,
}: {
  recipientId: string;
  name: string;
  admittedOn: string | null;
}) {
  const {t} = useText();
  const number = useCall('file', 'nextNumber', {});
  const opening = useCommand('file', 'open');
  const value = useDraftForm({
    key: `file-open:${recipientId}`,
    defaultValues: {openedOn: admittedOn ?? today(), cameFrom: ''},
    base: null,
    schema,
  });
  if (number.error) return <ProblemNote error={number.error} retry={() => void number.refetch()} />;
  if (number.data === undefined) return <Waiting />;
  return (
    <Page
      title={t(fileText.openTitle)}
      person={name}
      actions={
        <Button component={Link} href={paths.recipient(recipientId)} variant="subtle" size="compact-md">
          {t(fileText.person)}
        </Button>
      }
    >
      <Paper withBorder p="lg" maw={640}>
        <DraftForm
          value={value}
          label={t(fileText.openTitle)}
          onSubmit={async ({openedOn, cameFrom}) => {
            await opening.run({recipientId, openedOn, cameFrom});
            notifications.show({message: t(fileText.opened)});
          }}
        >
          <p className="file-number-given">{t(fileText.openWhat(number.data))}</p>
          <Group align="flex-start" gap="md" wrap="nowrap">
            <DateField name="openedOn" label={fileText.openedOn} required />
            <WhereField name="cameFrom" label={appendix3.fields.cameFrom.label} />
          </Group>
          <SaveBar draft={value.draft} saving={opening.running} label={t(fileText.open)} />
        </DraftForm>
      </Paper>
    </Page>
  );
}
