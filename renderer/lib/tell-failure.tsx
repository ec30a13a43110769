import {Anchor, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import type {Text} from '../../domain/text.ts';
import {helpText} from '../text/help.ts';
import {answerTo} from './help-answers.ts';
import {openHelp} from './help-state.ts';

/** Long enough to read it and to reach for the link. Milliseconds. */
const shownFor = 15_000;

/**
 * Says in passing that something did not go, with the way to its answer in the help. `t`: the words of the language that is on,
 * because a message stands outside the page.
 */
export function tellFailure(t: (words: Text) => string, message: Text, {stays = false}: {stays?: boolean} = {}): void {
  const target = answerTo(message);
  const id = notifications.show({
    color: 'red',
    autoClose: stays ? false : shownFor,
    message: (
      <Stack gap={2} align="flex-start">
        <Words size="sm" inherit>
          {t(message)}
        </Words>
        {target !== null && (
          <Anchor
            component="button"
            type="button"
            size="sm"
            c="inherit"
            underline="always"
            onClick={() => {
              notifications.hide(id);
              openHelp(target);
            }}
          >
            {t(helpText.whatToDo)}
          </Anchor>
        )}
      </Stack>
    ),
  });
}
