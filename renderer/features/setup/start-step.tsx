import {Stack, Text as Words, UnstyledButton} from '@mantine/core';
import {useState} from 'react';
import type {Text} from '../../../domain/text.ts';
import {useText} from '../../lib/language.tsx';
import {joinText} from '../../text/join.ts';
import {ProblemNote} from '../../ui/problem-note.tsx';
import classes from './setup.module.css';

/** Whether a new organisation begins here, or this PC joins one that works already. */
export function StartStep({onNew, onJoin}: {onNew: () => void; onJoin: () => Promise<unknown>}) {
  const [failure, setFailure] = useState<unknown>(null);
  return (
    <Stack gap="sm">
      {failure !== null && <ProblemNote error={failure} />}
      <Choice title={joinText.newTitle} what={joinText.newWhat} onChosen={onNew} autoFocus />
      <Choice
        title={joinText.joinTitle}
        what={joinText.joinWhat}
        onChosen={() => {
          setFailure(null);
          onJoin().catch(setFailure);
        }}
      />
    </Stack>
  );
}

function Choice({
  title,
  what,
  onChosen,
  autoFocus = false,
}: {
  title: Text;
  what: Text;
  onChosen: () => void;
  autoFocus?: boolean;
}) {
  const {t} = useText();
  return (
    <UnstyledButton className={classes.choice ?? ''} onClick={onChosen} autoFocus={autoFocus}>
      <Words fw={600}>{t(title)}</Words>
      <Words size="sm">{t(what)}</Words>
    </UnstyledButton>
  );
}
