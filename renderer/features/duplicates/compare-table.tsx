import {Anchor, Radio, Table} from '@mantine/core';
import {Link} from 'wouter';
import {formatDate} from '../../../domain/dates.ts';
import {factDifference, mergeFactKeys, type MergeFact} from '../../../domain/merge.ts';
import {fullName} from '../../../domain/person.ts';
import {placementStatusNames} from '../../../domain/vocabulary.ts';
import type {ComparedEntry} from '../../../electron/contract/duplicates.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {duplicatesText, mergeFactNames} from '../../text/duplicates.ts';
import {recipientText} from '../../text/recipient.ts';
import {factWords} from './fact-words.ts';
import './duplicates.css';

export type Side = 'first' | 'second';

const sides: readonly Side[] = ['first', 'second'];

interface Props {
  readonly compared: {readonly first: ComparedEntry; readonly second: ComparedEntry};
  readonly keptSide: Side;
  /** Whose value of a fact stays. */
  readonly sideOf: (fact: MergeFact) => Side;
  /** Null: only to be looked at. */
  readonly onChoose: ((fact: MergeFact, side: Side) => void) | null;
}

/** Fact by fact, then what belongs to each; what differs is marked, and where both know it, one is chosen. */
export function CompareTable({compared, keptSide, sideOf, onChoose}: Props) {
  const {t} = useText();
  const other = keptSide === 'first' ? 'second' : 'first';
  const facts = mergeFactKeys.filter(fact => sides.some(side => factWords(fact, compared[side]) !== null));
  return (
    <Table.ScrollContainer minWidth={600} type="native">
      <Table verticalSpacing={6} horizontalSpacing="sm" aria-label={t(duplicatesText.compareTitle)} className="compare">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w="22%">
              {t(duplicatesText.fact)}
            </Table.Th>
            {sides.map(side => (
              <Table.Th key={side} scope="col" w="39%">
                {t(duplicatesText[side])}
                {': '}
                <Anchor component={Link} href={paths.recipient(compared[side].id)} inherit underline="always">
                  {fullName(compared[side])}
                </Anchor>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {facts.map(fact => {
            const difference = factDifference(fact, compared[keptSide], compared[other]);
            const label = t(mergeFactNames[fact]);
            return (
              <Table.Tr key={fact} data-differs={difference === 'choose' || undefined}>
                <Table.Th scope="row" fw={500}>
                  {label}
                </Table.Th>
                {sides.map(side => {
                  const words = factWords(fact, compared[side]);
                  const value = words === null ? t(duplicatesText.nothing) : t(words);
                  return (
                    <Table.Td key={side} data-stays={(difference !== 'same' && sideOf(fact) === side) || undefined}>
                      {difference === 'choose' && onChoose !== null ? (
                        <Radio
                          name={`fact-${fact}`}
                          label={value}
                          aria-label={`${t(duplicatesText.choose(mergeFactNames[fact]))}: ${value}`}
                          checked={sideOf(fact) === side}
                          onChange={() => onChoose(fact, side)}
                        />
                      ) : (
                        value
                      )}
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            );
          })}
          <Belongings compared={compared} />
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Belongings({compared}: Pick<Props, 'compared'>) {
  const {t} = useText();
  const rows: readonly {readonly key: keyof typeof duplicatesText; readonly of: (entry: ComparedEntry) => string[]}[] =
    [
      {
        key: 'rows',
        of: entry =>
          entry.rows.map(
            row => `№ ${row.rowNumber}, ${t(placementStatusNames[row.status])}, ${t(recipientText.since(row.since))}`,
          ),
      },
      {key: 'file', of: entry => (entry.fileNumber === null ? [] : [`№ ${entry.fileNumber}`])},
      {key: 'documents', of: entry => counted(entry.documents)},
      {key: 'plans', of: entry => counted(entry.plans)},
      {key: 'rounds', of: entry => counted(entry.rounds)},
      {key: 'papers', of: entry => counted(entry.papers)},
      {key: 'transfers', of: entry => counted(entry.transfers)},
      {
        key: 'relatives',
        of: entry =>
          entry.relatives.map(({name, bornOn}) =>
            [fullName(name), ...(bornOn === null ? [] : [formatDate(bornOn)])].join(', '),
          ),
      },
    ];
  return rows
    .map(row => ({...row, values: sides.map(side => row.of(compared[side]))}))
    .filter(({values}) => values.some(lines => lines.length > 0))
    .map(({key, values}) => (
      <Table.Tr key={key}>
        <Table.Th scope="row" fw={500}>
          {t(duplicatesText[key] as (typeof duplicatesText)['rows'])}
        </Table.Th>
        {values.map((lines, index) => (
          <Table.Td key={sides[index]}>
            {lines.length === 0
              ? t(duplicatesText.nothing)
              : lines.map((line, at) => <div key={`${at} ${line}`}>{line}</div>)}
          </Table.Td>
        ))}
      </Table.Tr>
    ));
}

function counted(count: number): string[] {
  return count === 0 ? [] : [String(count)];
}
