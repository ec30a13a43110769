import {Alert, Button, Group, Radio, SimpleGrid, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useController, useWatch} from 'react-hook-form';
import {useLocation} from 'wouter';
import type {z} from 'zod';
import {fullName} from '../../../domain/person.ts';
import {nextEventKinds} from '../../../domain/placement.ts';
import {
  disabilityGroupNames,
  disabilityGroups,
  recipientCategories,
  recipientCategoryNames,
  sexes,
  sexNames,
  type OrganisationType,
} from '../../../domain/vocabulary.ts';
import type {LikeHit} from '../../../electron/contract/duplicates.ts';
import {appendix2} from '../../../templates/editions/308-2022/appendix-2.ts';
import {AdmissionFields} from '../../form/admission-fields.tsx';
import {givenFrom} from '../../form/admission-values.ts';
import {DraftForm} from '../../form/draft-form.tsx';
import {EventFields} from '../../form/event-fields.tsx';
import {DateField, PersonNameFields, SelectField, TextField} from '../../form/fields.tsx';
import {RepeatedField} from '../../form/repeated-field.tsx';
import {IinField} from '../../form/iin-field.tsx';
import {LikePeople} from '../../form/like-people.tsx';
import {SaveBar} from '../../form/save-bar.tsx';
import {useDraftForm} from '../../form/use-draft-form.ts';
import {today} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {admissionText} from '../../text/admission.ts';
import {journalText} from '../../text/journal.ts';
import {recipientText} from '../../text/recipient.ts';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Section} from '../../ui/section.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {entryRaw, entrySchema, type EntryRaw, type EntryValues} from './entry-values.ts';
import classes from './journal.module.css';
import {OldPaper} from './old-paper.tsx';
import {useKnownOfPerson} from './use-known-of-person.ts';

const {fields} = appendix2.fields.rows;
const {entry} = journalText;

/** A new row of the journal; then the person's page opens. */
export function NewEntryPage() {
  const {data: facility, error} = useCall('facility', 'get', {});
  if (error) return <ProblemNote error={error} />;
  return facility === undefined ? <Waiting /> : <NewEntry type={facility?.type ?? null} />;
}

function NewEntry({type}: {type: OrganisationType | null}) {
  const {t} = useText();
  const [, navigate] = useLocation();
  const {run, running} = useCommand('journal', 'enter');
  const value = useDraftForm<EntryRaw, EntryValues>({
    key: 'journal:new',
    schema: entrySchema as unknown as z.ZodType<EntryValues, EntryRaw>,
    defaultValues: entryRaw(today(), type),
    base: null,
  });
  const known = useKnownOfPerson(type, value.form);
  const save = async (values: EntryValues) => {
    const {recipientId} = await run({
      journalId: null,
      recipientId: values.who === 'known' ? values.recipientId : null,
      person: values.who === 'new' ? values.person : null,
      event: {kind: values.how, ...values.event},
      admission: known === null ? null : givenFrom(known, value.form.getValues('admission')),
      archive: values.archive,
    });
    value.draft.drop();
    notifications.show({message: t(journalText.recorded)});
    navigate(paths.recipient(recipientId));
  };
  return (
    <Page title={t(journalText.newEntry)}>
      <DraftForm value={value} onSubmit={save} label={t(journalText.newEntry)}>
        <Section title={t(entry.person)}>
          <Person />
        </Section>
        <Section title={t(entry.how)}>
          <How />
        </Section>
        {known !== null && (
          <Section title={t(admissionText.title)}>
            <AdmissionFields known={known} />
          </Section>
        )}
        <div className={classes.saveBar}>
          <SaveBar draft={value.draft} saving={running} label={t(entry.save)} />
        </div>
      </DraftForm>
    </Page>
  );
}

function Person() {
  const {t} = useText();
  const {field: who} = useController<EntryRaw, 'who'>({name: 'who'});
  const {field: recipientId} = useController<EntryRaw, 'recipientId'>({name: 'recipientId'});
  const {field: knownName} = useController<EntryRaw, 'knownName'>({name: 'knownName'});
  if (who.value === 'known') {
    return (
      <Alert color="blue" title={t(entry.chosen)}>
        <Group justify="space-between">
          <Words fw={600}>{knownName.value}</Words>
          <Button size="compact-sm" variant="default" onClick={() => who.onChange('new')}>
            {t(entry.another)}
          </Button>
        </Group>
        <Words size="sm" mt="xs">
          {t(entry.willReturn)}
        </Words>
      </Alert>
    );
  }
  return (
    <Stack gap="sm">
      <PersonNameFields name="person.name" required />
      <LikePeople
        names={{name: 'person.name', bornOn: 'person.bornOn', iin: 'person.iin'}}
        exceptId={null}
        title={entry.knownTitle}
        what={entry.knownWhat}
        act={hit => {
          const name = fullName(hit.name);
          return {
            label: entry.samePerson,
            disabled: isStillHere(hit),
            onAct: () => {
              recipientId.onChange(hit.recipientId);
              knownName.onChange(name);
              who.onChange('known');
            },
          };
        }}
        remark={hit => (isStillHere(hit) ? entry.stillHere : null)}
      />
      <SimpleGrid cols={{base: 1, xs: 4}} spacing="sm">
        <DateField name="person.bornOn" label={fields.born.short} />
        <SelectField
          name="person.sex"
          label={fields.sex.label}
          choices={sexes.map(sex => ({value: sex, label: sexNames[sex]}))}
        />
        <SelectField
          name="person.disabilityGroup"
          label={recipientText.disabilityGroup}
          choices={disabilityGroups.map(each => ({value: each, label: disabilityGroupNames[each]}))}
        />
        <TextField name="person.phone" label={fields.phone.label} />
      </SimpleGrid>
      <SimpleGrid cols={{base: 1, xs: 2}} spacing="sm">
        <RepeatedField of="address" name="person.address" label={fields.address.label} />
        <SelectField
          name="person.category"
          label={entry.category}
          choices={recipientCategories.map(each => ({value: each, label: recipientCategoryNames[each]}))}
        />
        <fieldset className={classes.programme}>
          <legend>{t(entry.programme)}</legend>
          <SimpleGrid cols={2} spacing="sm">
            <DateField name="person.programmeFrom" label={entry.programmeFrom} />
            <DateField name="person.programmeTo" label={entry.programmeTo} />
          </SimpleGrid>
        </fieldset>
        <IinField
          name="person.iin"
          reasonName="person.iinOverrideReason"
          bornName="person.bornOn"
          sexName="person.sex"
        />
      </SimpleGrid>
    </Stack>
  );
}

/** The row of the journal that is open is gone on with. */
function isStillHere({status}: LikeHit): boolean {
  return status !== null && nextEventKinds(status).length > 0;
}

function How() {
  const {t} = useText();
  const {field} = useController<EntryRaw, 'how'>({name: 'how'});
  const kind = useWatch<EntryRaw, 'how'>({name: 'how'});
  return (
    <Stack gap="sm">
      <Radio.Group value={field.value} onChange={field.onChange} aria-label={t(entry.how)}>
        <Group gap="lg">
          <Radio value="queued" label={t(entry.queue)} />
          <Radio value="admitted" label={t(entry.admit)} />
        </Group>
      </Radio.Group>
      <EventFields kind={kind} at="event." />
      <OldPaper />
    </Stack>
  );
}
