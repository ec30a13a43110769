import {Text as Words} from '@mantine/core';
import {IconAlertTriangle, IconDatabaseExport} from '@tabler/icons-react';
import {Link} from 'wouter';
import {backupLineOf} from '../lib/backup-words.ts';
import {useText} from '../lib/language.tsx';
import {paths} from '../lib/paths.ts';
import {useCall} from '../lib/use-call.ts';
import {backupText} from '../text/backup.ts';
import classes from './frame.module.css';

/** That a backup is being made, or that it is time for one; nothing while all is well. */
export function BackupMark() {
  const {t} = useText();
  const {data: state} = useCall('backup', 'state', {});
  const line = state === undefined ? null : backupLineOf(state);
  if (line === null) return null;
  const Icon = line.tone === 'late' ? IconAlertTriangle : IconDatabaseExport;
  const words = t(line.words);
  return (
    <Link
      href={paths.settings('backup')}
      className={classes.exchange ?? ''}
      style={{color: `var(--tone-${line.tone})`}}
      title={`${t(backupText.title)}: ${words}`}
    >
      <Icon size={16} aria-hidden style={{flexShrink: 0}} />
      <Words size="sm" span className={classes.exchangeWords ?? ''}>
        {words}
      </Words>
    </Link>
  );
}
