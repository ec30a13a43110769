import {Group, Select} from '@mantine/core';
import {paperForms, type PaperForm} from '../../../electron/contract/paper.ts';
import {formNames} from '../../../domain/record-value-words.ts';
import {useText} from '../../lib/language.tsx';
import {useCall} from '../../lib/use-call.ts';
import {printingText} from '../../text/printing.ts';
import {problemText} from '../../text/problems.ts';
import {TypedDay} from '../../ui/typed-day.tsx';

/** Null: all. */
export interface RegisterFilter {
  readonly from: string | null;
  readonly to: string | null;
  readonly accountId: string | null;
  readonly form: PaperForm | null;
  readonly recipientId: string | null;
}

export function RegisterFilters({
  filter,
  onFilter,
}: {
  filter: RegisterFilter;
  onFilter: (filter: RegisterFilter) => void;
}) {
  const {t} = useText();
  const {data: printers = []} = useCall('printing', 'printers', {});
  const isReversed = filter.from !== null && filter.to !== null && filter.to < filter.from;
  return (
    <Group gap="xs" align="flex-start">
      <TypedDay size="xs" label={printingText.from} day={filter.from} onDay={from => onFilter({...filter, from})} />
      <TypedDay
        size="xs"
        label={printingText.to}
        day={filter.to}
        problem={isReversed ? problemText['period-reversed'] : null}
        onDay={to => onFilter({...filter, to})}
      />
      <Select
        label={t(printingText.form)}
        placeholder={t(printingText.allForms)}
        size="xs"
        w={280}
        clearable
        value={filter.form}
        onChange={value => onFilter({...filter, form: paperForms.find(form => form === value) ?? null})}
        data={paperForms.map(form => ({value: form, label: t(formNames[form])}))}
      />
      <Select
        label={t(printingText.printer)}
        placeholder={t(printingText.everybody)}
        size="xs"
        w={240}
        clearable
        value={filter.accountId}
        onChange={accountId => onFilter({...filter, accountId})}
        data={printers.map(({id, name}) => ({value: id, label: name}))}
      />
    </Group>
  );
}
