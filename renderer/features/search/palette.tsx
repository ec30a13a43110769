import {createSpotlight, Spotlight} from '@mantine/spotlight';
import {IconBolt, IconSearch, IconUser} from '@tabler/icons-react';
import {useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent as Key} from 'react';
import {useLocation} from 'wouter';
import {fullName} from '../../../domain/person.ts';
import {useKeyboardBack} from '../../lib/keyboard-back.ts';
import {useExchange, useExchangeRuns, waysOf} from '../../lib/exchange.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {searchText} from '../../text/search.ts';
import {matchingCommands, type PaletteCommand} from './commands.ts';
import {describeHit} from './describe-hit.ts';

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
  const first = people[0]?.recipientId ?? matching[0]?.key;
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
        {people.length + matching.length === 0 && <Spotlight.Empty>{t(searchText.paletteNothing)}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
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
  const write = useRight('journal');
  const [seesPeople, exchanges, decides] = [useRight('records'), useRight('exchange'), useRight('conflicts')];
  const organises = useRight('organisation');
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
    const {commandNames} = searchText;
    return [
      ...(seesPeople
        ? [
            {key: 'today', name: commandNames.today, run: () => navigate(paths.today())},
            {key: 'journal', name: commandNames.journal, run: () => navigate(paths.journal())},
            ...(write ? [{key: 'newEntry', name: commandNames.newEntry, run: () => navigate(paths.newEntry())}] : []),
            {key: 'queue', name: commandNames.queue, run: () => navigate(paths.queue())},
            {key: 'portal', name: commandNames.portal, run: () => navigate(paths.portal())},
            {key: 'transfers', name: commandNames.transfers, run: () => navigate(paths.transfers())},
            {key: 'people', name: commandNames.people, run: () => navigate(paths.people())},
            {key: 'duplicates', name: commandNames.duplicates, run: () => navigate(paths.duplicates())},
            {key: 'papers', name: commandNames.papers, run: () => navigate(paths.papers())},
            {key: 'binding', name: commandNames.binding, run: () => navigate(paths.binding())},
            {key: 'norms', name: commandNames.norms, run: () => navigate(paths.norms())},
            {key: 'statistics', name: commandNames.statistics, run: () => navigate(paths.statistics())},
          ]
        : []),
      ...(exchanges
        ? [
            {key: 'exchange', name: commandNames.exchange, run: now},
            {key: 'exchangeByStick', name: commandNames.exchangeByStick, run: stick},
          ]
        : []),
      ...(decides
        ? [{key: 'conflicts', name: commandNames.conflicts, run: () => navigate(paths.exchangeConflicts())}]
        : []),
      ...(organises
        ? [{key: 'facility', name: commandNames.facility, run: () => navigate(paths.settings('facility'))}]
        : []),
      {key: 'staff', name: commandNames.staff, run: () => navigate(paths.settings('staff'))},
      {key: 'settings', name: commandNames.settings, run: () => navigate(paths.settings())},
      {key: 'language', name: commandNames.language, run: () => setLanguage(language === 'kk' ? 'ru' : 'kk')},
      {key: 'lock', name: commandNames.lock, run: lock},
    ];
  }, [
    language,
    setLanguage,
    write,
    seesPeople,
    exchanges,
    decides,
    organises,
    navigate,
    lock,
    hasRegistry,
    hostAsks,
    byNetwork,
    byStick,
  ]);
}
