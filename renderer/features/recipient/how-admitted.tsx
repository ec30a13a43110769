import {Button, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useState} from 'react';
import {z} from 'zod';
import type {AdmissionView} from '../../../electron/contract/admission.ts';
import type {OrganisationType} from '../../../domain/vocabulary.ts';
import {admission} from '../../../templates/editions/308-2022/admission.ts';
import {AdmissionFields} from '../../form/admission-fields.tsx';
import {admissionTones} from '../../form/admission-line.tsx';
import {admissionRaw, admissionSchema, givenFrom} from '../../form/admission-values.ts';
import {DraftForm} from '../../form/draft-form.tsx';
import {SaveBar} from '../../form/save-bar.tsx';
import {useDraftForm} from '../../form/use-draft-form.ts';
import {capital} from '../../lib/capital.ts';
import {useText} from '../../lib/language.tsx';
import {useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {admissionText} from '../../text/admission.ts';
import {Dialog} from '../../ui/dialog.tsx';
import {Section} from '../../ui/section.tsx';
import {StatusBadge} from '../../ui/status-badge.tsx';

/** How this person was admitted: each condition with its paragraph, and the reason where it was passed. */
export function HowAdmitted({placementId}: {placementId: string}) {
  const {t} = useText();
  const write = useRight('journal');
  const {data: view} = useCall('admission', 'get', {placementId});
  const [changing, setChanging] = useState(false);
  if (!view || view.organisationType === null) return null;
  return (
    <Section title={t(view.isAdmitted ? admissionText.howAdmitted : admissionText.waits)}>
      {view.kept.length === 0 ? <Words size="sm">{t(admissionText.nobodyLooked)}</Words> : <Kept view={view} />}
      {write && (
        <Button size="xs" variant="light" style={{alignSelf: 'flex-start'}} onClick={() => setChanging(true)}>
          {t(admissionText.change)}
        </Button>
      )}
      {changing && (
        <ChangeDialog
          placementId={placementId}
          view={view}
          type={view.organisationType}
          onClose={() => setChanging(false)}
        />
      )}
    </Section>
  );
}

function Kept({view}: {view: AdmissionView}) {
  const {t} = useText();
  return (
    <Stack component="ul" gap="xs" m={0} p={0} style={{listStyle: 'none', overflowWrap: 'anywhere'}}>
      {view.kept.map(({itemId, answer, ground, reason}) => {
        const item = admission.find(({id}) => id === itemId);
        const words = ground === null ? undefined : item?.reasons[ground];
        // Only the day: the night was not asked about.
        if (!item || (item.atNight && view.given.staysNight === false)) return null;
        return (
          <li key={itemId}>
            <StatusBadge tone={admissionTones[answer]}>{t(admissionText.states[answer])}</StatusBadge>
            <Words size="sm">{t(capital(item.what))}</Words>
            <Words size="xs" c="dimmed">
              {[item.paragraph, ...(words ? [words] : [])].map(t).join(' · ')}
            </Words>
            {reason !== null && <Words size="sm">{t(admissionText.because(reason))}</Words>}
          </li>
        );
      })}
    </Stack>
  );
}

const schema = z.object({given: admissionSchema});

function ChangeDialog({
  placementId,
  view,
  type,
  onClose,
}: {
  placementId: string;
  view: AdmissionView;
  type: OrganisationType;
  onClose: () => void;
}) {
  const {t} = useText();
  const {run, running} = useCommand('admission', 'save');
  const known = {organisationType: type, on: view.on, ...view.known};
  const value = useDraftForm({
    key: `admission:${placementId}`,
    schema,
    defaultValues: {given: admissionRaw(type, view.given)},
    base: view.stamp,
  });
  const save = async () => {
    const given = givenFrom(known, value.form.getValues('given'));
    await run({placementId, seen: value.draft.base ?? view.stamp, given});
    value.draft.settle();
    notifications.show({message: t(admissionText.saved)});
    onClose();
  };
  return (
    <Dialog onClose={onClose} size="xl" title={t(admissionText.title)}>
      <DraftForm value={value} onSubmit={save} label={t(admissionText.title)}>
        <AdmissionFields known={known} at="given" />
        <SaveBar draft={value.draft} saving={running} />
      </DraftForm>
    </Dialog>
  );
}
