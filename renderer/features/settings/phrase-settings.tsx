import {Badge, Button, Group, Select, Stack, Text as Words, TextInput} from '@mantine/core';
import {useState} from 'react';
import {phrasePlaceNames, phrasePlaces, type PhrasePlace} from '../../../domain/phrases/phrase.ts';
import {fold} from '../../../domain/search-key.ts';
import type {Text} from '../../../domain/text.ts';
import {serviceTypeNames, serviceTypes, type ServiceType} from '../../../domain/vocabulary.ts';
import type {PhraseView} from '../../../electron/contract/phrase.ts';
import {useText} from '../../lib/language.tsx';
import {useOwnService, useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {phraseText} from '../../text/phrase.ts';
import {DataTable, type DataColumn} from '../../ui/data-table.tsx';
import {EmptyState} from '../../ui/empty-state.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Section} from '../../ui/section.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {PhraseDialog} from './phrase-dialog.tsx';

/** The phrases by service type and place; whoever writes plans adds, changes and hides them. */
export function PhraseSettings() {
  const {t} = useText();
  const list = useCall('phrase', 'list', {});
  const hiding = useCommand('phrase', 'hide');
  const writes = useRight('own-services');
  const isOwn = useOwnService();
  const [serviceType, setServiceType] = useState<ServiceType>('everyday');
  const [place, setPlace] = useState<PhrasePlace>('measure');
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<PhraseView | 'new' | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  if (list.error) return <ProblemNote error={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <Waiting />;
  const mayWrite = writes && isOwn(serviceType);
  const rows = list.data.filter(
    phrase =>
      phrase.serviceType === serviceType &&
      phrase.place === place &&
      fold(`${phrase.text.kk} ${phrase.text.ru}`).includes(fold(typed)),
  );

  async function hide({id, stamp, hidden}: PhraseView): Promise<void> {
    setFailure(null);
    try {
      await hiding.run({id, seen: stamp, hidden: !hidden});
    } catch (error) {
      setFailure(error);
    }
  }

  return (
    <Section
      title={t(phraseText.title)}
      actions={
        mayWrite && (
          <Button size="xs" variant="default" onClick={() => setOpened('new')}>
            {t(phraseText.add)}
          </Button>
        )
      }
    >
      <Words size="sm" c="dimmed">
        {t(phraseText.what)} {t(phraseText.ofNobody)}
      </Words>
      <Group gap="sm" align="flex-end">
        <Select
          label={t(phraseText.serviceType)}
          data={serviceTypes.map(value => ({value, label: t(serviceTypeNames[value])}))}
          value={serviceType}
          onChange={value => setServiceType(serviceTypes.find(each => each === value) ?? serviceType)}
          allowDeselect={false}
          w={230}
        />
        <Select
          label={t(phraseText.place)}
          data={phrasePlaces.map(value => ({value, label: t(phrasePlaceNames[value])}))}
          value={place}
          onChange={value => setPlace(phrasePlaces.find(each => each === value) ?? place)}
          allowDeselect={false}
          style={{flex: '1 1 260px'}}
        />
        <TextInput
          label={t(phraseText.filter)}
          value={typed}
          onChange={event => setTyped(event.currentTarget.value)}
          type="search"
          autoComplete="off"
          w={170}
        />
      </Group>
      {failure !== null && <ProblemNote error={failure} />}
      {rows.length === 0 ? (
        <EmptyState title={t(phraseText.none)} what={t(phraseText.noneWhat)} />
      ) : (
        <DataTable
          caption={t(phraseText.title)}
          rows={rows}
          rowKey={phrase => phrase.id}
          columns={columnsOf(t, mayWrite ? {onEdit: setOpened, onHide: phrase => void hide(phrase)} : null)}
        />
      )}
      {opened && (
        <PhraseDialog
          key={opened === 'new' ? 'new' : opened.id}
          phrase={opened === 'new' ? null : opened}
          serviceType={serviceType}
          place={place}
          onClose={() => setOpened(null)}
        />
      )}
    </Section>
  );
}

interface Acts {
  readonly onEdit: (phrase: PhraseView) => void;
  readonly onHide: (phrase: PhraseView) => void;
}

function columnsOf(t: (words: Text) => string, acts: Acts | null): DataColumn<PhraseView>[] {
  const columns: DataColumn<PhraseView>[] = [
    {key: 'words', head: t(phraseText.words), namesRow: true, cell: phrase => <BothLanguages phrase={phrase} />},
    {
      key: 'uses',
      head: t(phraseText.uses),
      width: 96,
      cell: ({uses}) => (uses === 0 ? '—' : t(phraseText.times(uses))),
    },
  ];
  if (acts === null) return columns;
  const named = (act: Text, phrase: PhraseView) => `${t(act)}: ${phrase.text.kk || phrase.text.ru}`;
  const cell = (phrase: PhraseView) => (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <Button
        size="compact-sm"
        variant="default"
        aria-label={named(phraseText.edit, phrase)}
        onClick={() => acts.onEdit(phrase)}
      >
        {t(phraseText.edit)}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        w={92}
        aria-label={named(phrase.hidden ? phraseText.unhide : phraseText.hide, phrase)}
        onClick={() => acts.onHide(phrase)}
      >
        {t(phrase.hidden ? phraseText.unhide : phraseText.hide)}
      </Button>
    </Group>
  );
  return [...columns, {key: 'acts', head: '', width: 200, cell}];
}

/** Both, the screen's first; what it is not said for a phrase that came with the program. */
function BothLanguages({phrase: {text, hidden, isStarter, stamp}}: {phrase: PhraseView}) {
  const {t, language} = useText();
  const [first, second] = language === 'kk' ? [text.kk, text.ru] : [text.ru, text.kk];
  const marks = [
    ...(hidden ? [phraseText.hiddenMark] : []),
    ...(isStarter ? (stamp === null || hidden ? [] : [phraseText.changedMark]) : [phraseText.ownMark]),
  ];
  return (
    <Stack gap={0} style={{overflowWrap: 'anywhere'}} c={hidden ? 'dimmed' : undefined}>
      <span>
        {first || second}
        {marks.map(mark => (
          <Badge key={mark.kk} ml={6} size="xs" variant="default" tt="none" fw={400}>
            {t(mark)}
          </Badge>
        ))}
      </span>
      {first !== '' && second !== '' && (
        <Words size="xs" c="dimmed">
          {second}
        </Words>
      )}
    </Stack>
  );
}
