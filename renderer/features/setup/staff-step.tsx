import {Button, Group, List, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {fullName} from '../../../domain/person.ts';
import {DraftForm} from '../../form/draft-form.tsx';
import {SaveBar} from '../../form/save-bar.tsx';
import {StaffFields} from '../../form/staff-fields.tsx';
import {staffRaw, staffSchema, type StaffParsed} from '../../form/staff-values.ts';
import {useDraftForm} from '../../form/use-draft-form.ts';
import {useText} from '../../lib/language.tsx';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {commonText} from '../../text/common.ts';
import {setupText} from '../../text/setup.ts';
import {staffText} from '../../text/staff.ts';
import {ProblemNote} from '../../ui/problem-note.tsx';

/** As many members of staff as one likes to enter now. */
export function StaffStep({next}: {next: () => Promise<void>}) {
  const {t} = useText();
  const {data: staff = []} = useCall('facility', 'staff', {withFormer: false});
  const [added, setAdded] = useState(0);
  const [failure, setFailure] = useState<unknown>(null);
  const others = staff.filter(person => !person.isHead);
  return (
    <>
      <Words size="sm">{t(setupText.staffWhat)}</Words>
      {others.length > 0 && (
        <div>
          <Words fw={500} role="status">
            {t(setupText.staffSoFar(others.length))}
          </Words>
          <List size="sm">
            {others.map(person => (
              <List.Item key={person.id}>
                {fullName(person.name)}
                {', '}
                {t(person.position)}
              </List.Item>
            ))}
          </List>
        </div>
      )}
      {/* A fresh form, with the keyboard in its first field, after each one. */}
      <OneMore key={added} onAdded={() => setAdded(added + 1)} />
      {failure !== null && <ProblemNote error={failure} />}
      <Group>
        <Button
          variant={others.length > 0 ? 'filled' : 'default'}
          onClick={() => {
            setFailure(null);
            next().catch(setFailure);
          }}
        >
          {t(others.length > 0 ? commonText.next : setupText.laterStaff)}
        </Button>
      </Group>
    </>
  );
}

function OneMore({onAdded}: {onAdded: () => void}) {
  const {t} = useText();
  const {run, running} = useCommand('facility', 'saveStaff');
  const value = useDraftForm({
    key: 'setup:staff',
    schema: staffSchema,
    defaultValues: staffRaw(null),
    base: null,
  });
  const save = async (values: StaffParsed) => {
    await run({id: null, seen: null, ...values, isHead: false});
    value.draft.drop();
    onAdded();
  };
  return (
    <DraftForm value={value} onSubmit={save} label={t(staffText.add)}>
      <StaffFields />
      <SaveBar draft={value.draft} saving={running} label={t(staffText.add)} />
    </DraftForm>
  );
}
