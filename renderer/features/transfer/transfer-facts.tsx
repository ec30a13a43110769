import type {ReactNode} from 'react';
import type {Text} from '../../../domain/text.ts';
import {asksContract} from '../../../domain/transfer.ts';
import type {InventoryLine} from '../../../electron/contract/archive.ts';
import type {TransferView} from '../../../electron/contract/transfer.ts';
import {useText} from '../../lib/language.tsx';
import {transferText} from '../../text/transfer.ts';
import {Section} from '../../ui/section.tsx';
import './transfer.css';

/** What was handed over, when it can no longer be changed. */
export function TransferFacts({transfer}: {transfer: TransferView}) {
  const {t} = useText();
  return (
    <Section title={t(transferText.form)}>
      <Facts
        of={[
          [
            transferText.to,
            t({kk: transfer.other.kk || transfer.other.ru, ru: transfer.other.ru || transfer.other.kk}),
          ],
          ...paperFacts(transfer),
          ...(asksContract(transfer.type)
            ? [[transferText.contract, transferText.numbered(transfer.contractNumber, transfer.contractOn)] as const]
            : []),
        ]}
      />
      <Inventory lines={transfer.inventory} />
    </Section>
  );
}

type Fact = readonly [label: Text, value: string | null];

/** Order and act, who gave and who took. */
export function paperFacts(
  papers: Pick<TransferView, 'dischargeOrder' | 'dischargeOn' | 'actNumber' | 'actOn' | 'handedBy' | 'receivedBy'>,
): Fact[] {
  return [
    [transferText.discharge, transferText.numbered(papers.dischargeOrder, papers.dischargeOn)],
    [transferText.act, transferText.numbered(papers.actNumber, papers.actOn)],
    [transferText.handedBy, papers.handedBy],
    [transferText.receivedBy, papers.receivedBy],
  ];
}

export function Facts({of}: {of: readonly Fact[]}) {
  const {t} = useText();
  return (
    <dl className="transfer-facts">
      {of.flatMap(([label, value]): ReactNode[] => [
        <dt key={`${label.ru} label`}>{t(label)}</dt>,
        <dd key={label.ru}>{value === null || value === '' ? '—' : value}</dd>,
      ])}
    </dl>
  );
}

export function Inventory({lines}: {lines: readonly InventoryLine[]}) {
  const {t} = useText();
  return (
    <>
      <strong>{t(transferText.inventory)}</strong>
      {lines.length === 0 ? (
        <span>{t(transferText.none)}</span>
      ) : (
        <ol className="transfer-list">
          {lines.map((line, index) => (
            // The list is as it was handed over: nothing in it moves.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              {[line.title, ...(line.sheets === null ? [] : [t(transferText.sheetsOf(line.sheets))])].join(', ')}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
