import {SimpleGrid, Stack} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useMemo} from 'react';
import {useWatch} from 'react-hook-form';
import {useLocation} from 'wouter';
import {
  disabilityGroupNames,
  disabilityGroups,
  recipientCategories,
  recipientCategoryNames,
  sexes,
  sexNames,
} from '../../../domain/vocabulary.ts';
import type {RecipientView} from '../../../electron/contract/recipient.ts';
import {appendix2} from '../../../templates/editions/308-2022/appendix-2.ts';
import {appendix3} from '../../../templates/editions/308-2022/appendix-3.ts';
import {fieldName} from '../../../templates/core/edition.ts';
import {CodeField, CodeProseField} from '../../form/code-field.tsx';
import {DraftForm} from '../../form/draft-form.tsx';
import {DateField, PersonNameFields, SelectField, TextField} from '../../form/fields.tsx';
import {RepeatedField} from '../../form/repeated-field.tsx';
import {IinField} from '../../form/iin-field.tsx';
import {LikePeople} from '../../form/like-people.tsx';
import {SaveBar} from '../../form/save-bar.tsx';
import {useDraftForm} from '../../form/use-draft-form.ts';
import {useArrival} from '../../lib/arrival.ts';
import {isChildWithDisability} from '../../lib/child.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCommand} from '../../lib/use-call.ts';
import {duplicatesText} from '../../text/duplicates.ts';
import {recipientText} from '../../text/recipient.ts';
import {Allowed} from '../../ui/allowed.tsx';
import {Section} from '../../ui/section.tsx';
import {personSchema, rawPerson, type RawPerson} from './person-values.ts';
import {Relatives} from './relatives.tsx';

const journal = appendix2.fields.rows.fields;
const cover = appendix3.fields;
const sexChoices = sexes.map(value => ({value, label: sexNames[value]}));
const categoryChoices = recipientCategories.map(value => ({value, label: recipientCategoryNames[value]}));
const groupChoices = disabilityGroups.map(value => ({value, label: disabilityGroupNames[value]}));

/** Everything that the forms take from the person, typed once. */
export function PersonForm({person}: {person: RecipientView}) {
  const {t} = useText();
  const values = useMemo(() => rawPerson(person), [person]);
  const value = useDraftForm({
    key: `recipient:${person.id}`,
    defaultValues: values,
    base: person.stamp,
    schema: personSchema,
  });
  const saving = useCommand('recipient', 'save');
  const write = useRight('person');
  const [seesDiagnosis, seesEthnicity] = [useRight('diagnosis'), useRight('ethnicity')];
  useArrival(value.draft.ready, field => value.form.setFocus(field as Parameters<typeof value.form.setFocus>[0]));
  return (
    <DraftForm
      value={value}
      label={t(recipientText.form)}
      onSubmit={async parsed => {
        await saving.run({...parsed, id: person.id, seen: value.draft.base ?? person.stamp});
        notifications.show({message: t(recipientText.saved)});
      }}
    >
      <Allowed when={write}>
        <Stack gap="md">
          <Section title={t(recipientText.form)}>
            <PersonNameFields name="name" required />
            <LikeOthers person={person} saved={values} />
            <SimpleGrid cols={4} spacing="sm" verticalSpacing="xs">
              <DateField name="bornOn" label={fieldName(journal.born)} />
              <SelectField name="sex" label={journal.sex.label} choices={sexChoices} />
              <IinField name="iin" reasonName="iinOverrideReason" bornName="bornOn" sexName="sex" />
              <TextField name="phone" label={journal.phone.label} />
            </SimpleGrid>
            <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
              <SelectField name="category" label={recipientText.category} choices={categoryChoices} />
              <RepeatedField of="address" name="address" label={journal.address.label} />
              <SimpleGrid cols={3} spacing="sm">
                <SelectField name="disabilityGroup" label={recipientText.disabilityGroup} choices={groupChoices} />
                <DateField name="programmeFrom" label={recipientText.programmeFrom} />
                <DateField name="programmeTo" label={recipientText.programmeTo} />
              </SimpleGrid>
              <SimpleGrid cols={2} spacing="sm">
                {seesEthnicity && <CodeField list="ethnicities" name="ethnicity" label={cover.ethnicity.label} />}
                <CodeField list="social-statuses" name="socialStatus" label={cover.socialStatus.label} />
              </SimpleGrid>
            </SimpleGrid>
            {seesDiagnosis && (
              <CodeProseField list="diagnoses" name="diagnosis" label={cover.diagnosis.label} minRows={2} />
            )}
          </Section>
          <RelativesOfChild />
        </Stack>
      </Allowed>
      <div className="recipient-save-bar">
        <SaveBar draft={value.draft} saving={saving.running} allowed={write} />
      </div>
    </DraftForm>
  );
}

/** When what identifies the person is changed so that it resembles somebody else. */
function LikeOthers({person, saved}: {person: RecipientView; saved: RawPerson}) {
  const [, navigate] = useLocation();
  const [name, bornOn, iin] = useWatch<RawPerson, ['name', 'bornOn', 'iin']>({name: ['name', 'bornOn', 'iin']});
  const touched = JSON.stringify([name, bornOn, iin]) !== JSON.stringify([saved.name, saved.bornOn, saved.iin]);
  if (!touched) return null;
  return (
    <LikePeople
      names={{name: 'name', bornOn: 'bornOn', iin: 'iin'}}
      exceptId={person.id}
      title={duplicatesText.likeTitle}
      what={duplicatesText.likeWhat}
      act={hit => ({
        label: duplicatesText.compare,
        disabled: false,
        onAct: () => navigate(paths.compare(person.id, hit.recipientId)),
      })}
      remark={() => null}
    />
  );
}

function RelativesOfChild() {
  const category = useWatch<RawPerson, 'category'>({name: 'category'});
  const chosen = recipientCategories.find(each => each === category) ?? null;
  return <Relatives isChild={isChildWithDisability(chosen)} />;
}
