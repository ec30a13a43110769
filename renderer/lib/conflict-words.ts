import type {Text} from '../../domain/text.ts';
import type {ExchangeConflict} from '../../electron/contract/exchange.ts';
import {conflictText} from '../text/exchange-held.ts';
import {historyTables, settingNames} from '../../domain/record-words.ts';

/** What a conflict is about, as the history calls it; of a table or field without a name there: in general words. */
export function conflictNames({table, rowId, field}: Pick<ExchangeConflict, 'table' | 'rowId' | 'field'>): {
  readonly record: Text;
  readonly field: Text;
} {
  const known = historyTables[table];
  const setting = table === 'setting' ? settingNames[rowId] : undefined;
  return {
    record: setting ?? known?.name ?? conflictText.record,
    field: field === null ? conflictText.whole : (known?.fields[field]?.label ?? conflictText.value),
  };
}

/** What one side wrote: a row that it deleted has no value, nor has a field that it emptied. */
export function claimWords({shown}: Pick<ExchangeConflict['standing'], 'shown'>, field: string | null): Text {
  if (shown === null) return field === null ? conflictText.deleted : conflictText.nothing;
  return shown.kk === '' && shown.ru === '' ? conflictText.nothing : shown;
}
