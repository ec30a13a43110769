import {Box, Group, Stack, Text as Words} from '@mantine/core';
import {useWatch} from 'react-hook-form';
import type {OrganisationType} from '../../../domain/vocabulary.ts';
import {appendix4} from '../../../templates/editions/308-2022/appendix-4.ts';
import {DateField} from '../../form/fields.tsx';
import {StaffSelect} from '../../form/staff-select.tsx';
import {useText} from '../../lib/language.tsx';
import {useRight, useSessionState} from '../../lib/session.ts';
import {planText} from '../../text/plan.ts';
import {Allowed} from '../../ui/allowed.tsx';
import {Section} from '../../ui/section.tsx';
import {signatoriesOf, type RawPlan} from './plan-values.ts';

/** The lines of the signature block that an organisation of this type fills, with the form's own footnote marks. */
export function PlanSignatures({type}: {type: OrganisationType}) {
  const {t} = useText();
  const chosen = useWatch<RawPlan, 'signatures'>({name: 'signatures'});
  const signatories = signatoriesOf(type);
  const write = useRight('plan');
  const self = useSessionState()?.account?.staffId ?? '';
  const marks = appendix4.footnotes.filter(note =>
    signatories.some(({label}) => label.kk.endsWith('*') && markOf(note.kk) === markOf(label.kk)),
  );
  return (
    <Section title={t(planText.signatures)}>
      <Stack gap="xs">
        {signatories.map(({role, label}, index) => (
          <Group key={role} gap="xs" wrap="nowrap" align="flex-start">
            <Box style={{flex: 1, minWidth: 0}}>
              <Allowed when={write}>
                <StaffSelect name={`signatures.${index}.staffId`} label={label} value={chosen[index]?.staffId ?? ''} />
              </Allowed>
            </Box>
            <Box w={150}>
              <Allowed when={write || (self !== '' && chosen[index]?.staffId === self)}>
                <DateField name={`signatures.${index}.signedOn`} label={planText.signedOn} />
              </Allowed>
            </Box>
          </Group>
        ))}
        {marks.map(note => (
          <Words key={note.kk} size="xs" c="dimmed">
            {t(note)}
          </Words>
        ))}
        <Words size="xs" c="dimmed">
          {t(planText.approvedBy)}
        </Words>
      </Stack>
    </Section>
  );
}

/** `*` or `**`, before a footnote or after a label. */
function markOf(words: string): string {
  return /\*+/u.exec(words)?.[0] ?? '';
}
