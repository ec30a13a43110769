import {PasswordInput} from '@mantine/core';
import {useState, type KeyboardEvent} from 'react';
import {useText} from '../lib/language.tsx';
import {signInText} from '../text/sign-in.ts';
import {useField, type FieldProps} from './fields.tsx';

/** Can be shown while it is typed; says when Caps Lock is on. `isNew`: the browser must not fill in an old one. */
export function PasswordField({isNew = false, ...props}: FieldProps & {isNew?: boolean}) {
  const {field, common} = useField(props);
  const {t} = useText();
  const [capsLock, setCapsLock] = useState(false);
  const look = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  const description = [common.description, capsLock ? t(signInText.capsLock) : undefined].filter(Boolean).join(' ');
  return (
    <PasswordInput
      {...common}
      description={description || undefined}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      visibilityToggleButtonProps={{'aria-label': t(signInText.show)}}
      value={typeof field.value === 'string' ? field.value : ''}
      onChange={field.onChange}
      onBlur={field.onBlur}
      onKeyDown={look}
      onKeyUp={look}
    />
  );
}
