import {createSpotlight, Spotlight} from '@mantine/spotlight';
import {IconBolt, IconHelp, IconSearch, IconUser} from '@tabler/icons-react';
import {useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent as Key} from 'react';
import {useLocation} from 'wouter';
import {fullName} from '../../../domain/person.ts';
import {may, type Right} from '../../../domain/roles.ts';
import {useKeyboardBack} from '../../lib/keyboard-back.ts';
import {useExchange, useExchangeRuns, waysOf} from '../../lib/exchange.ts';
import type {HelpTarget} from '../../lib/help-contents.ts';
import {useHelpPages} from '../../lib/help-pages.ts';
import {searchHelp, targetOf, type HelpHit} from '../../lib/help-search.ts';
import {openHelp} from '../../lib/help-state.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useSessionState} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {helpText} from '../../text/help.ts';
import {searchText} from '../../text/search.ts';
import {matchingCommands, type PaletteCommand} from './commands.ts';
import {describeHit} from './describe-hit.ts';

type CommandName = keyof typeof searchText.commandNames;

const [store, palette] = createSpotlight();

export const openPalette = palette.open;

/** Ctrl+K: a person or a command, by name, whatever the layout of the keyboard. */
export function Palette({lock}: {lock: () => void}) {
  const {t} = useText();
  const [typed, setTyped] = useState('');
  const commands = useCommands(lock);
  const text = typed.trim();
  const {
    data: hits = [],
    isPending,
    isPlaceholderData,
  } = useCall('recipient', 'search', {text: text.slice(0, 200), limit: 8}, {enabled: text !== '', keepPrevious: true});
  const waiting = text !== '' && (isPending || isPlaceholderData);
  const enterWaits = useRef(false);
  const [, navigate] = useLocation();
  const people = text === '' ? [] : hits;
  const matching = matchingCommands(commands, typed);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.code !== 'KeyK') return;
      event.preventDefault();
      palette.open();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const answers = useAnswers(text);
  const first = people[0]?.recipientId ?? matching[0]?.key ?? answers[0]?.target;
  useEffect(() => {
    // People come a moment after the letters: Enter takes the first line whichever it is by then.
    if (text !== '' && first !== undefined) selectFirst();
  }, [text, first]);
  useEffect(() => {
    if (waiting || !enterWaits.current) return;
    enterWaits.current = false;
    selectFirst();
    marked()?.click();
  }, [waiting]);
  return (
    <Spotlight.Root
      store={store}
      query={typed}
      onQueryChange={words => {
        enterWaits.current = false;
        setTyped(words);
      }}
      shortcut={null}
      returnFocus={false}
      scrollable
      maxHeight={460}
      // While it faded in, what is typed would go into the form below.
      transitionProps={{duration: 0}}
    >
      <SearchField
        onKeyDown={event => {
          if (event.key !== 'Enter') return;
          // What is listed answers the letters before: Enter waits for the answer to these.
          enterWaits.current = waiting;
          if (waiting) marked()?.removeAttribute('data-selected');
          else if (!marked()) selectFirst();
        }}
      />
      <Spotlight.ActionsList>
        {people.length > 0 && (
          <Spotlight.ActionsGroup label={t(searchText.people)}>
            {people.map(hit => (
              <Spotlight.Action
                key={hit.recipientId}
                label={fullName(hit.name)}
                description={describeHit(hit).map(t).join(' · ')}
                leftSection={<IconUser size={18} aria-hidden />}
                onClick={() => navigate(paths.recipient(hit.recipientId))}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {matching.length > 0 && (
          <Spotlight.ActionsGroup label={t(searchText.commands)}>
            {matching.map(command => (
              <Spotlight.Action
                key={command.key}
                label={t(command.name)}
                leftSection={<IconBolt size={18} aria-hidden />}
                onClick={command.run}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {answers.length > 0 && (
          <Spotlight.ActionsGroup label={t(helpText.title)}>
            {answers.map(({target, title, pageTitle}) => (
              <Spotlight.Action
                key={target}
                label={title}
                description={pageTitle}
                leftSection={<IconHelp size={18} aria-hidden />}
                onClick={() => openHelp(target)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {people.length + matching.length + answers.length === 0 && (
          <Spotlight.Empty>{t(searchText.paletteNothing)}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** Headings of the help for what is typed; a letter or two would find half of it. */
function useAnswers(text: string): readonly (HelpHit & {target: HelpTarget})[] {
  const {language} = useText();
  const isWanted = text.length >= 3;
  const {pages} = useHelpPages(language, isWanted);
  const other = useHelpPages(language === 'kk' ? 'ru' : 'kk', isWanted).pages;
  return useMemo(() => {
    if (!isWanted || !pages) return [];
    return searchHelp(pages, other ?? [], text, 4).map(hit => ({...hit, target: targetOf(hit)}));
  }, [isWanted, pages, other, text]);
}

/** Stands while the palette is open, and has the keyboard from the first moment on. */
function SearchField({onKeyDown}: {onKeyDown: (event: Key) => void}) {
  const {t} = useText();
  const field = useRef<HTMLInputElement>(null);
  useKeyboardBack();
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <Spotlight.Search
      ref={field}
      aria-label={t(searchText.palette)}
      placeholder={t(searchText.palettePlaceholder)}
      leftSection={<IconSearch size={18} aria-hidden />}
      onKeyDown={onKeyDown}
    />
  );
}

/** The component marks its choice in the page itself, once, when the letters change: lines that come later are not marked. */
function selectFirst(): void {
  marked()?.removeAttribute('data-selected');
  line('[data-action]')?.setAttribute('data-selected', 'true');
  store.updateState(state => ({...state, selected: 0}));
}

/** Lines may have been drawn anew since one was marked. */
function marked(): HTMLElement | null {
  return line('[data-selected]');
}

function line(selector: string): HTMLElement | null {
  const {listId} = store.getState();
  return listId === '' ? null : (document.getElementById(listId)?.querySelector<HTMLElement>(selector) ?? null);
}

function useCommands(lock: () => void): readonly PaletteCommand[] {
  const {language, setLanguage} = useText();
  const role = useSessionState()?.account?.role;
  const [, navigate] = useLocation();
  const exchange = useExchange();
  const {byNetwork, byStick} = useExchangeRuns();
  // Where nobody is there to exchange with, both lead to the page that says how to find somebody.
  const {network: hasRegistry, stick: hasStick} =
    exchange === undefined ? {network: false, stick: false} : waysOf(exchange);
  const hostAsks = exchange !== undefined && exchange.canChooseFolder && hasStick;
  return useMemo(() => {
    const now = (): void => {
      if (hasRegistry) void byNetwork();
      navigate(paths.settings('exchange'));
    };
    const stick = (): void => {
      if (hostAsks) void byStick(null);
      navigate(hostAsks ? paths.settings('exchange') : paths.exchangeByStick());
    };
    const go = (path: string) => () => navigate(path);
    const named: Record<CommandName, {right: Right | null; run: () => void}> = {
      today: {right: 'records', run: go(paths.today())},
      month: {right: 'records', run: go(paths.month())},
      journal: {right: 'records', run: go(paths.journal())},
      newEntry: {right: 'journal', run: go(paths.newEntry())},
      queue: {right: 'records', run: go(paths.queue())},
      portal: {right: 'records', run: go(paths.portal())},
      transfers: {right: 'records', run: go(paths.transfers())},
      people: {right: 'records', run: go(paths.people())},
      duplicates: {right: 'ethnicity', run: go(paths.duplicates())},
      printing: {right: 'papers', run: go(paths.printing())},
      printRegister: {right: 'records', run: go(paths.printRegister())},
      papers: {right: 'records', run: go(paths.papers())},
      binding: {right: 'records', run: go(paths.binding())},
      norms: {right: null, run: go(paths.norms())},
      statistics: {right: 'records', run: go(paths.statistics())},
      importPeople: {right: 'journal', run: go(paths.importing('people'))},
      importPlans: {right: 'plan', run: go(paths.importing('plans'))},
      importStaff: {right: 'organisation', run: go(paths.importing('staff'))},
      exportAll: {right: 'export-all', run: go(paths.settings('personal-data'))},
      exchange: {right: 'exchange', run: now},
      exchangeByStick: {right: 'exchange', run: stick},
      conflicts: {right: 'conflicts', run: go(paths.exchangeConflicts())},
      facility: {right: 'organisation', run: go(paths.settings('facility'))},
      staff: {right: null, run: go(paths.settings('staff'))},
      settings: {right: null, run: go(paths.settings())},
      help: {right: null, run: () => openHelp()},
      language: {right: null, run: () => setLanguage(language === 'kk' ? 'ru' : 'kk')},
      lock: {right: null, run: lock},
    };
    return (Object.keys(named) as CommandName[]).flatMap(key => {
      const {right, run} = named[key];
      const isOpen = right === null || (role !== undefined && may(role, right));
      return isOpen ? [{key, name: searchText.commandNames[key], run}] : [];
    });
  }, [language, setLanguage, role, navigate, lock, hasRegistry, hostAsks, byNetwork, byStick]);
}
