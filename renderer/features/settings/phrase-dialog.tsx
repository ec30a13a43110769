import {notifications} from '@mantine/notifications';
import {Text as Words} from '@mantine/core';
import {z} from 'zod';
import {phrasePlaceNames, phrasePlaces, type PhrasePlace} from '../../../domain/phrases/phrase.ts';
import {serviceTypeNames, serviceTypes, type ServiceType} from '../../../domain/vocabulary.ts';
import type {PhraseView} from '../../../electron/contract/phrase.ts';
import {DraftForm} from '../../form/draft-form.tsx';
import {ProseField, SelectField} from '../../form/fields.tsx';
import {SaveBar} from '../../form/save-bar.tsx';
import {typed} from '../../form/typed.ts';
import {useDraftForm} from '../../form/use-draft-form.ts';
import {useText} from '../../lib/language.tsx';
import {useCommand} from '../../lib/use-call.ts';
import {phraseText} from '../../text/phrase.ts';
import {ConfirmButton} from '../../ui/confirm-button.tsx';
import {Dialog} from '../../ui/dialog.tsx';

const words = () => typed.prose(500).transform(kept => kept ?? '');
const schema = z.object({
  serviceType: typed.requiredChoice(serviceTypes),
  place: typed.requiredChoice(phrasePlaces),
  text: z.object({kk: words(), ru: words()}),
});

/** A phrase is added or changed; the organisation's own is deleted, a changed one put back as it came. */
export function PhraseDialog({
  phrase,
  serviceType,
  place,
  onClose,
}: {
  phrase: PhraseView | null;
  serviceType: ServiceType;
  place: PhrasePlace;
  onClose: () => void;
}) {
  const {t} = useText();
  const {run, running} = useCommand('phrase', 'save');
  const removing = useCommand('phrase', 'remove');
  const value = useDraftForm({
    key: `settings:phrase:${phrase?.id ?? 'new'}`,
    schema,
    defaultValues: {serviceType, place, text: phrase?.text ?? {kk: '', ru: ''}},
    base: phrase?.stamp ?? null,
  });
  const save = async (values: z.output<typeof schema>) => {
    await run({id: phrase?.id ?? null, seen: value.draft.base, ...values});
    value.draft.settle();
    notifications.show({message: t(phraseText.saved)});
    onClose();
  };
  const title = t(phrase ? phraseText.editTitle : phraseText.add);
  return (
    <Dialog onClose={onClose} size="lg" title={title}>
      <DraftForm value={value} onSubmit={save} label={title}>
        <ProseField name="text.kk" label={phraseText.kk} />
        <ProseField name="text.ru" label={phraseText.ru} />
        <SelectField
          name="serviceType"
          label={phraseText.serviceType}
          required
          choices={serviceTypes.map(each => ({value: each, label: serviceTypeNames[each]}))}
        />
        <SelectField
          name="place"
          label={phraseText.place}
          required
          choices={phrasePlaces.map(each => ({value: each, label: phrasePlaceNames[each]}))}
        />
        <Words size="xs" c="dimmed">
          {t(phraseText.oneLanguage)} {t(phraseText.ofNobody)}
        </Words>
        <SaveBar draft={value.draft} saving={running}>
          {phrase !== null && phrase.stamp !== null && (
            <ConfirmButton
              variant="subtle"
              color="red"
              label={t(phrase.isStarter ? phraseText.putBack : phraseText.remove)}
              question={t(phrase.isStarter ? phraseText.putBackQuestion : phraseText.removeQuestion)}
              confirm={t(phrase.isStarter ? phraseText.putBack : phraseText.remove)}
              onConfirm={async () => {
                await removing.run({id: phrase.id, seen: phrase.stamp ?? ''});
                value.draft.drop();
                onClose();
              }}
            />
          )}
        </SaveBar>
      </DraftForm>
    </Dialog>
  );
}
