import {Group, Select} from '@mantine/core';
import {auditKindNames} from '../../../domain/audit-words.ts';
import {auditKinds, type AuditKind} from '../../../domain/audit.ts';
import {RecipientFilter} from '../../form/whose-filters.tsx';
import {useText} from '../../lib/language.tsx';
import {useCall} from '../../lib/use-call.ts';
import {auditText} from '../../text/audit.ts';
import {problemText} from '../../text/problems.ts';
import {TypedDay} from '../../ui/typed-day.tsx';

/** Null: all. */
export interface AuditFilter {
  readonly from: string | null;
  readonly to: string | null;
  readonly accountId: string | null;
  readonly kind: AuditKind | null;
  readonly recipientId: string | null;
}

export const everything: AuditFilter = {from: null, to: null, accountId: null, kind: null, recipientId: null};

export function AuditFilters({filter, onFilter}: {filter: AuditFilter; onFilter: (filter: AuditFilter) => void}) {
  const {t} = useText();
  const {data} = useCall('audit', 'about', {});
  const isReversed = filter.from !== null && filter.to !== null && filter.to < filter.from;
  return (
    <Group gap="sm" align="flex-start">
      <TypedDay label={auditText.from} day={filter.from} onDay={from => onFilter({...filter, from})} />
      <TypedDay
        label={auditText.to}
        day={filter.to}
        problem={isReversed ? problemText['period-reversed'] : null}
        onDay={to => onFilter({...filter, to})}
      />
      <Select
        label={t(auditText.who)}
        placeholder={t(auditText.everybody)}
        clearable
        w={200}
        data={(data?.accounts ?? []).map(({id, name}) => ({value: id, label: name}))}
        value={filter.accountId}
        onChange={accountId => onFilter({...filter, accountId})}
      />
      <Select
        label={t(auditText.kind)}
        placeholder={t(auditText.allKinds)}
        clearable
        w={180}
        data={auditKinds.map(kind => ({value: kind, label: t(auditKindNames[kind])}))}
        value={filter.kind}
        onChange={value => onFilter({...filter, kind: auditKinds.find(kind => kind === value) ?? null})}
      />
      <RecipientFilter
        label={t(auditText.recipient)}
        placeholder={t(auditText.recipientHint)}
        nothingFoundMessage={t(auditText.nobodyFound)}
        w={280}
        value={filter.recipientId}
        onChange={recipientId => onFilter({...filter, recipientId})}
      />
    </Group>
  );
}
