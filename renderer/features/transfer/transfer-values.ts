import {z} from 'zod';
import type {InputOf} from '../../../electron/contract/kernel.ts';
import type {TransferView, transferCalls} from '../../../electron/contract/transfer.ts';
import {raw, typed} from '../../form/typed.ts';

export interface RawInventoryLine {
  readonly title: string;
  readonly sheets: string;
  readonly copies: string;
}

export interface RawTransfer {
  readonly other: {readonly kk: string; readonly ru: string};
  readonly outside: boolean;
  /** Empty: not through the registry. */
  readonly otherFacilityId: string;
  readonly dischargeOn: string;
  readonly dischargeOrder: string;
  readonly actNumber: string;
  readonly actOn: string;
  readonly contractNumber: string;
  readonly contractOn: string;
  readonly handedBy: string;
  readonly receivedBy: string;
  readonly inventory: RawInventoryLine[];
}

export type TransferValues = Omit<InputOf<(typeof transferCalls)['save']>, 'id' | 'seen'>;

const orEmpty = (line: string | null): string => line ?? '';

export const transferSchema: z.ZodType<TransferValues, RawTransfer> = z.object({
  other: z.object({kk: typed.line(500).transform(orEmpty), ru: typed.line(500).transform(orEmpty)}),
  outside: z.boolean(),
  otherFacilityId: typed.line(36),
  dischargeOn: typed.date(),
  dischargeOrder: typed.line(50),
  actNumber: typed.line(50),
  actOn: typed.date(),
  contractNumber: typed.line(50),
  contractOn: typed.date(),
  handedBy: typed.line(300),
  receivedBy: typed.line(300),
  inventory: z.array(
    z.object({
      title: typed.line().transform(orEmpty),
      sheets: typed.integer(0, 10_000),
      copies: typed.integer(0, 1_000),
    }),
  ),
});

export const emptyLine: RawInventoryLine = {title: '', sheets: '', copies: ''};

/** A row that nobody has filled is no paper. */
export function isEmptyLine({title, sheets, copies}: TransferValues['inventory'][number]): boolean {
  return title === '' && sheets === null && copies === null;
}

export function rawTransfer(view: TransferView): RawTransfer {
  return {
    other: view.other,
    outside: view.outside,
    otherFacilityId: raw.text(view.otherFacilityId),
    dischargeOn: raw.text(view.dischargeOn),
    dischargeOrder: raw.text(view.dischargeOrder),
    actNumber: raw.text(view.actNumber),
    actOn: raw.text(view.actOn),
    contractNumber: raw.text(view.contractNumber),
    contractOn: raw.text(view.contractOn),
    handedBy: raw.text(view.handedBy),
    receivedBy: raw.text(view.receivedBy),
    inventory: view.inventory.map(({title, sheets, copies}) => ({
      title,
      sheets: raw.number(sheets),
      copies: raw.number(copies),
    })),
  };
}
