import {AppShell, Button, Group, Text as Words, UnstyledButton} from '@mantine/core';
import {
  IconCalendarDue,
  IconChartBar,
  IconHelp,
  IconLock,
  IconPrinter,
  IconSearch,
  IconSettings,
  IconTable,
  IconUsers,
  type IconProps,
} from '@tabler/icons-react';
import {useEffect, type ComponentType} from 'react';
import {Link, useLocation} from 'wouter';
import {accountRoleNames, may, type Right} from '../../domain/roles.ts';
import type {Text} from '../../domain/text.ts';
import type {SessionState} from '../../electron/contract/session.ts';
import {IdleLock} from './idle-lock.tsx';
import {BackupMark} from './backup-mark.tsx';
import {ExchangeMark} from './exchange-mark.tsx';
import {Palette, openPalette} from '../features/search/palette.tsx';
import {writeAllDrafts} from '../form/draft-store.ts';
import {openHelp} from '../lib/help-state.ts';
import {useText} from '../lib/language.tsx';
import {paths} from '../lib/paths.ts';
import {useCommand} from '../lib/use-call.ts';
import {frameText} from '../text/frame.ts';
import {helpText} from '../text/help.ts';
import {LanguageSwitch} from '../ui/language-switch.tsx';
import {Shortcut} from '../ui/shortcut.tsx';
import classes from './frame.module.css';
import {Routes} from './routes.tsx';
import {TourMark} from './tour-mark.tsx';

const places: readonly {path: string; label: Text; icon: ComponentType<IconProps>; right: Right | null}[] = [
  {path: paths.today(), label: frameText.today, icon: IconCalendarDue, right: 'records'},
  {path: paths.journal(), label: frameText.journal, icon: IconTable, right: 'records'},
  {path: paths.people(), label: frameText.people, icon: IconUsers, right: 'records'},
  {path: paths.printing(), label: frameText.papers, icon: IconPrinter, right: 'records'},
  {path: paths.statistics(), label: frameText.reports, icon: IconChartBar, right: 'records'},
  {path: paths.settings(), label: frameText.settings, icon: IconSettings, right: null},
];

/** What stays around every screen once somebody is signed in. */
export function Frame({session}: {session: SessionState}) {
  const {t} = useText();
  const [location] = useLocation();
  const lock = useLock();
  useFocusAfterMoving(location);
  const role = session.account?.role;
  const open = places.filter(({right}) => right === null || (role !== undefined && may(role, right)));
  return (
    <AppShell header={{height: 48}} navbar={{width: 84, breakpoint: 0}} padding={0} className={classes.shell ?? ''}>
      <AppShell.Header className={classes.header ?? ''}>
        <a href="#main" className={classes.skip} onClick={focusMain}>
          {t(frameText.skip)}
        </a>
        <Words fw={700} size="lg" className={classes.brand ?? ''}>
          {t(frameText.product)}
        </Words>
        <Button
          variant="default"
          size="xs"
          className={classes.search ?? ''}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={<Shortcut keys={['Ctrl', 'K']} />}
          justify="space-between"
          onClick={openPalette}
        >
          {t(frameText.find)}
        </Button>
        {session.tour === 'on' ? (
          <TourMark />
        ) : (
          <>
            <ExchangeMark />
            <BackupMark />
          </>
        )}
        <Group gap="sm" wrap="nowrap" className={classes.right ?? ''}>
          <LanguageSwitch />
          <Button
            variant="default"
            size="xs"
            px={7}
            aria-label={t(helpText.open)}
            title={t(helpText.open)}
            onClick={() => openHelp()}
          >
            <IconHelp size={18} aria-hidden />
          </Button>
          {session.account && session.tour !== 'on' && (
            <Words size="sm" truncate maw={320} title={session.account.name} className={classes.account ?? ''}>
              {session.account.name}
              {' · '}
              {t(accountRoleNames[session.account.role])}
            </Words>
          )}
          {session.tour !== 'on' && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconLock size={16} aria-hidden />}
              rightSection={<Shortcut keys={['Ctrl', 'L']} />}
              onClick={lock}
            >
              {t(frameText.lock)}
            </Button>
          )}
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.rail ?? ''} aria-label={t(frameText.sections)}>
        {open.map(({path, label, icon: Icon}) => {
          const here = path === paths.today() ? location === path : location.startsWith(path);
          return (
            <UnstyledButton
              key={path}
              component={Link}
              href={path}
              className={classes.place ?? ''}
              data-here={here || undefined}
              aria-current={here ? 'page' : undefined}
            >
              <Icon size={22} stroke={1.6} aria-hidden />
              {t(label)}
            </UnstyledButton>
          );
        })}
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className={classes.main ?? ''}>
        <Routes />
      </AppShell.Main>
      <Palette lock={lock} />
      <IdleLock lock={lock} />
    </AppShell>
  );
}

/** Locks; what is typed is written first. Ctrl+L does the same, whatever the layout of the keyboard. */
function useLock(): () => void {
  const {run} = useCommand('session', 'lock');
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.shiftKey || event.altKey || event.code !== 'KeyL') return;
      event.preventDefault();
      void writeAndLock(run);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [run]);
  return () => void writeAndLock(run);
}

async function writeAndLock(run: (input: Record<string, never>) => Promise<unknown>): Promise<void> {
  await writeAllDrafts();
  // Where the lock fails the application stays open, and says so by staying open.
  await run({}).catch(() => undefined);
}

/** The keyboard is never lost when the link that was pressed is gone with its screen. */
function useFocusAfterMoving(location: string): void {
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('main')?.focus();
    // The place is what the effect waits for.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [location]);
}

function focusMain(event: {preventDefault: () => void}): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
