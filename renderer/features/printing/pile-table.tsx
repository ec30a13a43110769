import {Anchor, Button, Checkbox, Stack, Table, Text as Words} from '@mantine/core';
import {memo, useState} from 'react';
import {Link} from 'wouter';
import {formatDate} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import type {PileLack, PileLine, PilePaper} from '../../../electron/contract/printing.ts';
import {localDay} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {printingText} from '../../text/printing.ts';
import {lineKey, sourceKey} from './choice.ts';

/** An old PC shows so many at once without a pause. */
const shownAtOnce = 100;

interface PileTableProps {
  readonly lines: readonly PileLine[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Per person what will be printed, how far it is, and what lacks, with the way to mend it. */
export function PileTable({lines, chosen, onChoose}: PileTableProps) {
  const {t} = useText();
  const [limit, setLimit] = useState(shownAtOnce);
  const possible = lines.filter(({papers}) => papers.length > 0).map(lineKey);
  const chosenHere = possible.filter(key => chosen.has(key)).length;
  const choose = (keys: readonly string[], isChosen: boolean): void => {
    const next = new Set(chosen);
    for (const key of keys) {
      if (isChosen) next.add(key);
      else next.delete(key);
    }
    onChoose(next);
  };
  const left = lines.length - limit;
  return (
    <Stack gap="xs">
      <Table.ScrollContainer minWidth={760} type="native">
        <Table verticalSpacing={4} horizontalSpacing="sm" highlightOnHover aria-label={t(printingText.table)}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={40} scope="col">
                <Checkbox
                  aria-label={t(printingText.selectAll)}
                  disabled={possible.length === 0}
                  checked={possible.length > 0 && chosenHere === possible.length}
                  indeterminate={chosenHere > 0 && chosenHere < possible.length}
                  onChange={event => choose(possible, event.currentTarget.checked)}
                />
              </Table.Th>
              <Table.Th scope="col" w="30%">
                {t(printingText.name)}
              </Table.Th>
              <Table.Th scope="col">{t(printingText.papers)}</Table.Th>
              <Table.Th scope="col" w="24%">
                {t(printingText.lacks)}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.slice(0, limit).map(line => (
              <PileRow
                key={lineKey(line)}
                line={line}
                isChosen={chosen.has(lineKey(line))}
                onChoose={isChosen => choose([lineKey(line)], isChosen)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {left > 0 && (
        <Button variant="default" size="xs" onClick={() => setLimit(limit + shownAtOnce)} style={{alignSelf: 'start'}}>
          {t(printingText.more(Math.min(left, shownAtOnce)))}
        </Button>
      )}
    </Stack>
  );
}

const PileRow = memo(function PileRow({
  line,
  isChosen,
  onChoose,
}: {
  line: PileLine;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}) {
  const {t} = useText();
  const {recipientId, fileNumber, papers, lacks} = line;
  const name = line.name === null ? t(printingText.journalOf) : fullName(line.name);
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          aria-label={t(printingText.select(name))}
          checked={isChosen && papers.length > 0}
          disabled={papers.length === 0}
          onChange={event => onChoose(event.currentTarget.checked)}
        />
      </Table.Td>
      <Table.Th scope="row" fw={500} style={{overflowWrap: 'anywhere'}}>
        <Anchor component={Link} href={recipientId === null ? paths.journal() : paths.recipient(recipientId)} size="sm">
          {name}
        </Anchor>
        {fileNumber !== null && (
          <Words span size="xs" c="dimmed" fw={400} ml={8}>
            {t(printingText.file(fileNumber))}
          </Words>
        )}
      </Table.Th>
      <Table.Td>
        {papers.map(paper => (
          <Paper key={sourceKey(paper.source)} paper={paper} />
        ))}
      </Table.Td>
      <Table.Td>
        {lacks.map(lack => (
          <Lack key={lack.form} lack={lack} recipientId={recipientId} />
        ))}
      </Table.Td>
    </Table.Tr>
  );
});

function Paper({paper}: {paper: PilePaper}) {
  const {t} = useText();
  const {form, source, number, on, printedAt, unsigned, pages} = paper;
  const marks = [
    ...(pages === null ? [] : [printingText.pagesOf(pages)]),
    printedAt === null ? printingText.notPrinted : printingText.printedOn(localDay(printedAt)),
    ...(unsigned ? [printingText.unsigned] : []),
  ];
  return (
    <div>
      <Anchor component={Link} href={paths.paper(source)} size="sm">
        {[
          t(printingText.formNames[form]),
          ...(number === null ? [] : [t(printingText.number[form](number))]),
          on === null ? t(printingText.draft) : formatDate(on),
        ].join(', ')}
      </Anchor>
      <Words span size="xs" c="dimmed" ml={8}>
        {marks.map(t).join(' · ')}
      </Words>
    </div>
  );
}

function Lack({lack, recipientId}: {lack: PileLack; recipientId: string | null}) {
  const {t} = useText();
  const words = t(printingText.lackNames[lack.why]);
  const place = placeOf(lack, recipientId);
  return place === null ? (
    <Words size="sm">{words}</Words>
  ) : (
    <Anchor component={Link} href={place} size="sm" display="block">
      {words}
    </Anchor>
  );
}

/** Where what lacks is mended. */
function placeOf({why, planId, roundId}: PileLack, recipientId: string | null): string | null {
  if (recipientId === null) return paths.journal();
  switch (why) {
    case 'not-admitted':
      return paths.recipient(recipientId);
    case 'no-file':
    case 'cover-not-issued':
      return paths.file(recipientId);
    case 'no-plan':
      return paths.newPlan(recipientId);
    case 'no-round':
      return planId === null ? null : paths.rounds(recipientId, planId);
    default:
      if (planId === null) return null;
      return roundId === null ? paths.plan(recipientId, planId) : paths.round(recipientId, planId, roundId);
  }
}
