import {Button, Group, Text as Words} from '@mantine/core';
import {IconDeviceFloppy, IconFileZip, IconPrinter} from '@tabler/icons-react';
import {useDeferredValue, useEffect, useState} from 'react';
import {Link} from 'wouter';
import {fullName} from '../../../domain/person.ts';
import type {PileLine} from '../../../electron/contract/printing.ts';
import {client} from '../../lib/bridge.ts';
import {failureText} from '../../lib/failures.ts';
import {keptForAccount, keptWhileSignedIn} from '../../lib/kept.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {usePrintKey} from '../../lib/use-print-key.ts';
import {bindingText} from '../../text/binding.ts';
import {printingText} from '../../text/printing.ts';
import {EmptyState} from '../../ui/empty-state.tsx';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {ChoiceBar} from './choice-bar.tsx';
import {askedBy, firstChoice, lineKey, sourceKey, type Choice} from './choice.ts';
import {MadePile, type StartedPile} from './made-pile.tsx';
import {PileTable} from './pile-table.tsx';
import './printing.css';
import {tellFailure} from '../../lib/tell-failure.tsx';

/** The work goes on while somebody looks at another screen or mends what lacks, and the choice is found again here. */
const last = keptWhileSignedIn<{choice: Choice | null; chosen: ReadonlySet<string>}>({choice: null, chosen: new Set()});
const lastPile = keptForAccount<StartedPile | null>(null);

/** The papers of many people as one pile: chosen, looked through, printed or saved. */
export function PrintingPage() {
  const {t} = useText();
  const write = useRight('papers');
  return (
    <Page
      wide
      title={t(printingText.title)}
      actions={
        <Button.Group>
          <Button component={Link} href={paths.printRegister()} variant="default" size="xs">
            {t(printingText.register)}
          </Button>
          <Button component={Link} href={paths.binding()} variant="default" size="xs">
            {t(bindingText.title)}
          </Button>
          <Button component={Link} href={paths.papers()} variant="default" size="xs">
            {t(printingText.blankForms)}
          </Button>
        </Button.Group>
      }
    >
      {write ? <Pile /> : <Words>{t(printingText.noRight)}</Words>}
    </Page>
  );
}

function Pile() {
  const {t, language: screenLanguage} = useText();
  const [choice, setChoice] = useState<Choice>(() => last.value.choice ?? firstChoice(screenLanguage));
  const [chosen, setChosen] = useState(last.value.chosen);
  const [pile, setPile] = useState(lastPile.value);
  const asked = useDeferredValue(choice);
  const list = useCall('printing', 'list', askedBy(asked), {keepPrevious: true});
  const lines = list.data?.lines ?? [];
  const picked = lines.filter(line => chosen.has(lineKey(line)) && line.papers.length > 0);
  const papers = picked.flatMap(line => line.papers);
  const [fresh, setFresh] = useState<string | null>(null);
  const names = namesOf(lines, t(printingText.journalOf));
  useEffect(() => {
    last.value = {choice, chosen};
    lastPile.value = pile;
  }, [choice, chosen, pile]);

  async function make(started: Omit<StartedPile, 'jobId'>): Promise<void> {
    try {
      if (pile !== null) await client.job.cancel({jobId: pile.jobId}).catch(() => undefined);
      const what = started.purpose === 'each' ? 'each' : 'pile';
      const {jobId} = await client.printing.start({papers: [...started.papers], language: started.language, what});
      setFresh(jobId);
      setPile({...started, jobId});
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  }

  function start(purpose: StartedPile['purpose']): void {
    if (papers.length === 0) return;
    const sources = papers.map(paper => paper.source);
    void make({purpose, papers: sources, language: choice.language});
  }

  usePrintKey(() => start('print'));
  return (
    <>
      <ChoiceBar choice={choice} onChoice={setChoice} />
      {pile !== null && (
        <MadePile
          key={pile.jobId}
          pile={pile}
          isFresh={pile.jobId === fresh}
          nameOf={source => names.get(sourceKey(source)) ?? ''}
          onGoOn={() => void make(pile)}
        />
      )}
      {list.error ? (
        <ProblemNote error={list.error} retry={() => void list.refetch()} />
      ) : list.data === undefined ? (
        <Waiting />
      ) : choice.forms.length === 0 ? (
        <Words size="sm">{t(printingText.noForms)}</Words>
      ) : lines.length === 0 ? (
        <EmptyState title={t(printingText.nobodyTitle)} what={t(printingText.nobodyWhat[choice.filter])} />
      ) : (
        <>
          <Group gap="xs" justify="space-between">
            <Words size="sm" role="status">
              {papers.length === 0 ? t(printingText.nothingChosen) : summary(picked).map(t).join(' · ')}
            </Words>
            <Group gap="xs">
              <Button
                size="xs"
                leftSection={<IconPrinter size={16} aria-hidden />}
                disabled={papers.length === 0}
                onClick={() => start('print')}
              >
                {t(printingText.print)}
              </Button>
              <Button
                size="xs"
                variant="default"
                leftSection={<IconDeviceFloppy size={16} aria-hidden />}
                disabled={papers.length === 0}
                onClick={() => start('pile')}
              >
                {t(printingText.pile)}
              </Button>
              <Button
                size="xs"
                variant="default"
                leftSection={<IconFileZip size={16} aria-hidden />}
                disabled={papers.length === 0}
                onClick={() => start('each')}
              >
                {t(printingText.each)}
              </Button>
            </Group>
          </Group>
          <PileTable key={JSON.stringify(asked)} lines={lines} chosen={chosen} onChoose={setChosen} />
          {list.data.total > lines.length && (
            <Words size="sm" c="dimmed">
              {t(printingText.cut(lines.length, list.data.total))}
            </Words>
          )}
        </>
      )}
    </>
  );
}

function summary(picked: readonly PileLine[]) {
  const papers = picked.flatMap(line => line.papers);
  const known = papers.filter(({pages}) => pages !== null);
  const pages = known.reduce((sum, paper) => sum + (paper.pages ?? 0), 0);
  return [
    printingText.chosen(picked.filter(({recipientId}) => recipientId !== null).length, papers.length),
    ...(known.length === 0 ? [] : [printingText.pagesKnown(pages, known.length, papers.length)]),
  ];
}

function namesOf(lines: readonly PileLine[], journal: string): ReadonlyMap<string, string> {
  return new Map(
    lines.flatMap(({name, papers}) =>
      papers.map(({source}) => [sourceKey(source), name === null ? journal : fullName(name)] as const),
    ),
  );
}
