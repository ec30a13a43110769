import {Alert, Button, Text as Words} from '@mantine/core';
import {useState} from 'react';
import type {UpdateState} from '../../../electron/contract/update.ts';
import {PasswordAgain} from '../../form/password-again.tsx';
import {now} from '../../lib/clock.ts';
import {whenWords} from '../../lib/exchange-words.ts';
import {useText} from '../../lib/language.tsx';
import {useCommand} from '../../lib/use-call.ts';
import {updateProblemText, updateText} from '../../text/update.ts';
import {Dialog} from '../../ui/dialog.tsx';
import {Section} from '../../ui/section.tsx';

type Previous = NonNullable<UpdateState['previous']>;

/** The version before is kept; going back says first what it would cost. */
export function PreviousVersion({previous}: {previous: Previous}) {
  const {t} = useText();
  const [asks, setAsks] = useState(false);
  const [restarts, setRestarts] = useState(false);
  const {version, replacedAt} = previous;
  return (
    <Section title={t(updateText.previous)}>
      <Words size="sm">{t(updateText.previousWhat(version, whenWords(replacedAt, now())))}</Words>
      {restarts ? (
        <Alert role="status" p="xs">
          {t(updateText.restarts)}
        </Alert>
      ) : (
        <div>
          <Button variant="default" onClick={() => setAsks(true)}>
            {t(updateText.back(version))}
          </Button>
        </div>
      )}
      {asks && (
        <BackDialog
          previous={previous}
          onEnd={() => {
            setRestarts(true);
            setAsks(false);
          }}
          onClose={() => setAsks(false)}
        />
      )}
    </Section>
  );
}

function BackDialog({previous, onEnd, onClose}: {previous: Previous; onEnd: () => void; onClose: () => void}) {
  const {t} = useText();
  const {run, running} = useCommand('update', 'back');
  const {version, loses} = previous;
  return (
    <Dialog title={t(updateText.back(version))} onClose={onClose}>
      <PasswordAgain
        label={t(updateText.back(version))}
        action={t(updateText.back(version))}
        running={running}
        {...(loses === null ? {} : {color: 'red'})}
        onSubmit={async password => {
          const answer = await run({password});
          if (answer.result === 'problem') return updateProblemText[answer.problem];
          if (answer.result === 'wrong' || answer.result === 'wait') return answer;
          onEnd();
          return null;
        }}
        onClose={onClose}
      >
        <Words size="sm">
          {t(loses === null ? updateText.keepsData : updateText.losesData(loses.changes, loses.unsent))}
        </Words>
      </PasswordAgain>
    </Dialog>
  );
}
