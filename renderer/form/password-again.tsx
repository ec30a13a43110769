import {Alert, Button, Group} from '@mantine/core';
import {useState, type ReactNode} from 'react';
import {z} from 'zod';
import type {Text} from '../../domain/text.ts';
import {clockTime} from '../lib/clock.ts';
import {useText} from '../lib/language.tsx';
import {formText} from '../text/form.ts';
import {settingsText} from '../text/settings.ts';
import {signInText} from '../text/sign-in.ts';
import {PasswordField} from './password-field.tsx';
import {PlainForm} from './plain-form.tsx';

const schema = z.object({password: z.string().min(1, {error: 'required'})});

/** The password was another one; `waitUntil`: it is not looked at again before that. */
interface Wrong {
  readonly result: 'wrong' | 'wait';
  readonly waitUntil: string | null;
}

interface PasswordAgainProps {
  readonly label: string;
  readonly action: string;
  readonly color?: string;
  readonly running: boolean;
  /** Does it; answers what stood against it, in words or as a wrong password, or null. */
  readonly onSubmit: (password: string) => Promise<Wrong | Text | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What cannot be taken back: whoever stands at an open screen cannot do it. */
export function PasswordAgain({label, action, color, running, onSubmit, onClose, children}: PasswordAgainProps) {
  const {t} = useText();
  const [problem, setProblem] = useState<Text | null>(null);
  return (
    <PlainForm
      label={label}
      schema={schema}
      initial={{password: ''}}
      onSubmit={async ({password}, form) => {
        const answer = await onSubmit(password);
        if (answer === null || !('result' in answer)) return setProblem(answer);
        const {waitUntil} = answer;
        setProblem(waitUntil === null ? settingsText.wrongCurrent : settingsText.waitNote(clockTime(waitUntil)));
        form.setValue('password', '');
        form.setFocus('password');
      }}
    >
      {() => (
        <>
          {children}
          {problem !== null && (
            <Alert color="red" role="alert" p="xs">
              {t(problem)}
            </Alert>
          )}
          <PasswordField name="password" label={signInText.password} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t(formText.cancel)}
            </Button>
            <Button type="submit" color={color} loading={running}>
              {action}
            </Button>
          </Group>
        </>
      )}
    </PlainForm>
  );
}
