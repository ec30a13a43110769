import {Alert, Anchor, Group} from '@mantine/core';
import {Link} from 'wouter';
import type {Text} from '../../../domain/text.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {conflictText, heldText} from '../../text/exchange-held.ts';

/** What waits for a person: edits that have met, and what came and could not be taken in. */
export function OpenMatters({conflicts, quarantined}: {conflicts: number; quarantined: number}) {
  return (
    <>
      {conflicts > 0 && (
        <Matter words={conflictText.count(conflicts)} link={conflictText.see} to={paths.exchangeConflicts()} />
      )}
      {quarantined > 0 && <Matter words={heldText.count(quarantined)} link={heldText.see} to={paths.exchangeHeld()} />}
    </>
  );
}

function Matter({words, link, to}: {words: Text; link: Text; to: string}) {
  const {t} = useText();
  return (
    <Alert color="orange" p="xs" role="status">
      <Group justify="space-between" gap="sm">
        {t(words)}
        <Anchor component={Link} href={to} size="sm" c="inherit" underline="always">
          {t(link)}
        </Anchor>
      </Group>
    </Alert>
  );
}
