import {Button} from '@mantine/core';
import {useState} from 'react';
import {z} from 'zod';
import type {Text} from '../../../domain/text.ts';
import {AskDialog} from '../../form/ask-dialog.tsx';
import {TextField} from '../../form/fields.tsx';
import {typed} from '../../form/typed.ts';
import {useText} from '../../lib/language.tsx';

const schema = z.object({reason: typed.requiredLine(500)});

/** A step that is not taken without a reason. */
export function ReasonButton({
  label,
  what,
  field,
  onReason,
}: {
  label: Text;
  /** What will happen. */
  what: Text;
  field: Text;
  onReason: (reason: string) => Promise<unknown>;
}) {
  const {t} = useText();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setIsAsking(true)}>
        {t(label)}
      </Button>
      {isAsking && (
        <AskDialog
          title={label}
          what={what}
          schema={schema}
          initial={{reason: ''}}
          confirm={label}
          onConfirm={({reason}) => onReason(reason)}
          onClose={() => setIsAsking(false)}
        >
          <TextField name="reason" label={field} required />
        </AskDialog>
      )}
    </>
  );
}
