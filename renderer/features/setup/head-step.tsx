import {SimpleGrid, Text as Words} from '@mantine/core';
import {z} from 'zod';
import type {StaffView} from '../../../electron/contract/facility.ts';
import {DraftForm} from '../../form/draft-form.tsx';
import {CheckField, PersonNameFields, TextField} from '../../form/fields.tsx';
import {SaveBar} from '../../form/save-bar.tsx';
import {staffRaw, staffSchema} from '../../form/staff-values.ts';
import {useDraftForm} from '../../form/use-draft-form.ts';
import {useText} from '../../lib/language.tsx';
import {useSessionState} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {commonText} from '../../text/common.ts';
import {setupText} from '../../text/setup.ts';
import {staffText} from '../../text/staff.ts';
import {Waiting} from '../../ui/waiting.tsx';

const schema = z.object({name: staffSchema.shape.name, position: staffSchema.shape.position, isMe: z.boolean()});

export function HeadStep({next}: {next: () => Promise<void>}) {
  const {data: staff} = useCall('facility', 'staff', {withFormer: true});
  return staff ? <HeadForm head={staff.find(person => person.isHead) ?? null} next={next} /> : <Waiting />;
}

function HeadForm({head, next}: {head: StaffView | null; next: () => Promise<void>}) {
  const {t} = useText();
  const {run, running} = useCommand('facility', 'saveStaff');
  const {run: link} = useCommand('facility', 'linkAccount');
  const linkedTo = useSessionState()?.account?.staffId ?? null;
  const {name, position} = staffRaw(head, {kk: setupText.directorKk, ru: setupText.directorRu});
  const value = useDraftForm({
    key: 'setup:head',
    schema,
    defaultValues: {name, position, isMe: head === null || linkedTo === head.id},
    base: head?.stamp ?? null,
  });
  const save = async ({isMe, ...values}: z.output<typeof schema>) => {
    const {id} = await run({
      id: head?.id ?? null,
      seen: value.draft.base,
      ...values,
      signatoryRole: head?.signatoryRole ?? null,
      serviceTypes: head?.serviceTypes ?? [],
      startedOn: head?.startedOn ?? null,
      leftOn: head?.leftOn ?? null,
      isHead: true,
    });
    if (isMe && linkedTo !== id) await link({staffId: id});
    await next();
  };
  return (
    <DraftForm value={value} onSubmit={save} label={t(setupText.stepNames.head)}>
      <Words size="sm">{t(setupText.headWhat)}</Words>
      <PersonNameFields name="name" required />
      <SimpleGrid cols={{base: 1, xs: 2}} spacing="sm">
        <TextField name="position.kk" label={staffText.positionKk} required />
        <TextField name="position.ru" label={staffText.positionRu} required />
      </SimpleGrid>
      <CheckField name="isMe" label={setupText.headIsMe} />
      <SaveBar draft={value.draft} saving={running} label={t(commonText.next)} />
    </DraftForm>
  );
}
