import {Table, Text as Words} from '@mantine/core';
import type {Text} from '../../../domain/text.ts';
import type {ReferenceDocument} from '../../../electron/contract/reference.ts';
import {localDay} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {useCall} from '../../lib/use-call.ts';
import {referenceKindNames, referenceText} from '../../text/reference.ts';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Section} from '../../ui/section.tsx';

/** Which reference data is in force, and since when; nothing where none has come. */
export function ReferenceSection() {
  const {t} = useText();
  const {data, error, refetch} = useCall('reference', 'inForce', {});
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  if (!data || data.documents.length === 0) return null;
  const {kind, version, since, state} = referenceText;
  return (
    <Section title={t(referenceText.title)}>
      <Words size="sm">{t(referenceText.what)}</Words>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {[kind, version, since, state].map(head => (
              <Table.Th key={head.ru} scope="col">
                {t(head)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.documents.map(document => (
            <Table.Tr key={document.kind}>
              <Table.Td>{t(referenceKindNames[document.kind])}</Table.Td>
              <Table.Td>{document.version}</Table.Td>
              <Table.Td>
                {document.publishedAt === null ? '' : t(referenceText.publishedOn(localDay(document.publishedAt)))}
              </Table.Td>
              <Table.Td>{t(stateOf(document))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}

function stateOf({kind, understood, applied}: ReferenceDocument): Text {
  if (applied) return referenceText.applied;
  return understood && kind === 'calendar' ? referenceText.ownInstead : referenceText.notUnderstood;
}
