import {Radio, Stack, Text as Words} from '@mantine/core';
import {useController, useWatch} from 'react-hook-form';
import {z} from 'zod';
import type {Text} from '../../domain/text.ts';
import {useText} from '../lib/language.tsx';
import {exchangeText} from '../text/exchange.ts';
import {AskDialog} from './ask-dialog.tsx';
import {TextField} from './fields.tsx';
import {typed} from './typed.ts';

const other = 'other';

const schema = z
  .object({stick: z.string(), folder: typed.line(1_000)})
  .refine(({stick, folder}) => stick !== other || folder !== null, {path: ['folder'], error: 'required'})
  .transform(({stick, folder}) => (stick === other ? (folder ?? '') : stick));

/** Which folder is the stick, where the host cannot ask for one: what looks like a stick, or a path that is typed. */
export function StickDialog({
  title = exchangeText.stickTitle,
  what,
  confirm = exchangeText.begin,
  sticks,
  onFolder,
  onClose,
}: {
  title?: Text;
  /** By default what an exchange by stick does. */
  what?: Text;
  confirm?: Text;
  sticks: readonly string[];
  onFolder: (folder: string) => Promise<unknown>;
  onClose: () => void;
}) {
  return (
    <AskDialog
      title={title}
      what={what ?? (sticks.length > 0 ? exchangeText.stickWhat : exchangeText.noSticks)}
      schema={schema}
      initial={{stick: sticks[0] ?? other, folder: ''}}
      confirm={confirm}
      onConfirm={onFolder}
      onClose={onClose}
    >
      <Sticks sticks={sticks} />
    </AskDialog>
  );
}

function Sticks({sticks}: {sticks: readonly string[]}) {
  const {t} = useText();
  const {field} = useController<{stick: string}, 'stick'>({name: 'stick'});
  const chosen = useWatch<{stick: string}, 'stick'>({name: 'stick'});
  return (
    <Stack gap="sm">
      {sticks.length > 0 && (
        <Radio.Group
          aria-label={t(exchangeText.stickTitle)}
          value={field.value}
          onChange={field.onChange}
          name={field.name}
        >
          <Stack gap="xs">
            {sticks.map(folder => (
              <Radio
                key={folder}
                value={folder}
                label={
                  <Words size="sm" span translate="no" style={{overflowWrap: 'anywhere'}}>
                    {folder}
                  </Words>
                }
              />
            ))}
            <Radio value={other} label={t(exchangeText.otherFolder)} />
          </Stack>
        </Radio.Group>
      )}
      {chosen === other && (
        <TextField name="folder" label={exchangeText.folder} hint={exchangeText.folderHint} required />
      )}
    </Stack>
  );
}
