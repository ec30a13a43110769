import {Anchor} from '@mantine/core';
import type {Text} from '../../domain/text.ts';
import {answerTo} from '../lib/help-answers.ts';
import {openHelp} from '../lib/help-state.ts';
import {useText} from '../lib/language.tsx';
import {helpText} from '../text/help.ts';

/** Below a message: opens its answer in the help. Nothing where a message has none. */
export function HelpLink({message}: {message: Text}) {
  const {t} = useText();
  const target = answerTo(message);
  if (target === null) return null;
  return (
    // In the colour of what it stands in: a note has one of its own, dark and light.
    <Anchor component="button" type="button" size="sm" c="inherit" underline="always" onClick={() => openHelp(target)}>
      {t(helpText.whatToDo)}
    </Anchor>
  );
}
