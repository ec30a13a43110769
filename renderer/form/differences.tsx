import {List, Text as Words} from '@mantine/core';
import {useEffect, useState} from 'react';
import {formatDate, isIsoDate} from '../../domain/dates.ts';
import {useText} from '../lib/language.tsx';
import {formText} from '../text/form.ts';
import {differing} from './differing.ts';

const mostLines = 6;
const mostLetters = 60;

/** What somebody else has saved beside what is typed: seen before one of the two is chosen. Made anew with the language. */
export function Differences({saved, typed}: {saved: unknown; typed: () => unknown}) {
  const {t} = useText();
  const all = differing(saved, typed());
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map());
  // After the fields are there: they know what they are called.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      setLabels(new Map(differing(saved, typed()).map(({name}) => [name, labelOf(name)])));
    });
    return () => cancelAnimationFrame(frame);
  }, [saved, typed]);
  const shown = all.filter(({name}) => (labels.get(name) ?? '') !== '').slice(0, mostLines);
  if (all.length === 0) return null;
  return (
    <div>
      <Words size="sm" fw={600}>
        {t(formText.differs)}
      </Words>
      <List size="sm" spacing={2}>
        {shown.map(({name, saved: theirs, typed: mine}) => (
          <List.Item key={name}>
            {theirs === null || mine === null
              ? labels.get(name)
              : `${labels.get(name)}: ${t(formText.savedAndTyped(asShown(theirs), asShown(mine)))}`}
          </List.Item>
        ))}
      </List>
      {all.length > shown.length && <Words size="sm">{t(formText.differsMore(all.length - shown.length))}</Words>}
    </div>
  );
}

/** What the field is called on the screen; empty where it is not on it. */
function labelOf(name: string): string {
  const field = document.getElementsByName(name)[0];
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return '';
  const label = field.type === 'radio' ? field.closest('[role="radiogroup"]')?.getAttribute('aria-label') : undefined;
  const own = label ?? field.labels?.[0]?.textContent ?? field.ariaLabel ?? '';
  // The two ends of a period are "from" and "to" alone.
  const whole = field.closest('fieldset')?.querySelector('legend')?.textContent ?? '';
  return [whole, own.replace(/\s*\*$/u, '').trim()].filter(part => part !== '').join(', ');
}

function asShown(value: string): string {
  if (value === '') return '—';
  if (isIsoDate(value)) return formatDate(value);
  return value.length > mostLetters ? `${value.slice(0, mostLetters)}…` : value;
}
