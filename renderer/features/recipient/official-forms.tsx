import {Button, Stack} from '@mantine/core';
import {IconFileText} from '@tabler/icons-react';
import {Link} from 'wouter';
import type {Text} from '../../../domain/text.ts';
import type {RecipientView} from '../../../electron/contract/recipient.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {recipientText} from '../../text/recipient.ts';
import {Section} from '../../ui/section.tsx';

/** Appendices 3, 4 and 5 of this person, each one click away: the cover, the newest plan, the newest round. */
export function OfficialForms({person}: {person: RecipientView}) {
  const {t} = useText();
  const seesCover = useRight('ethnicity');
  const seesPlans = useRight('diagnosis');
  const [plan] = person.plans;
  const monitored = person.plans.find(each => each.rounds > 0 || each.openRoundId !== null);
  const {data: rounds = []} = useCall(
    'monitoring',
    'rounds',
    {planId: monitored?.id ?? ''},
    {enabled: monitored !== undefined && seesPlans},
  );
  const [round] = [...rounds].sort((a, b) => b.number - a.number);
  if (!seesPlans) return null;
  return (
    <Section title={t(recipientText.forms)}>
      <Stack gap={6}>
        {seesCover && (
          <Form
            words={recipientText.cover}
            href={paths.paper({kind: 'living', form: 'appendix-3', subjectId: person.id})}
          />
        )}
        <Form
          words={recipientText.planPaper}
          href={plan && paths.paper({kind: 'living', form: 'appendix-4', subjectId: plan.id})}
        />
        <Form
          words={recipientText.monitoringPaper}
          href={round && paths.paper({kind: 'living', form: 'appendix-5', subjectId: round.id})}
        />
      </Stack>
    </Section>
  );
}

function Form({words, href}: {words: Text; href: string | undefined}) {
  const {t} = useText();
  if (href === undefined) {
    return (
      <Button
        variant="default"
        justify="flex-start"
        disabled
        h="auto"
        mih={36}
        py={4}
        styles={{label: {whiteSpace: 'normal', textAlign: 'start'}}}
        leftSection={<IconFileText size={16} aria-hidden />}
      >
        {t(words)} ({t(recipientText.notYet)})
      </Button>
    );
  }
  return (
    <Button
      component={Link}
      href={href}
      variant="default"
      justify="flex-start"
      leftSection={<IconFileText size={16} aria-hidden />}
    >
      {t(words)}
    </Button>
  );
}
