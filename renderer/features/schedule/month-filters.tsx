import {Group} from '@mantine/core';
import {RecipientFilter, SpecialistFilter, UnitFilter} from '../../form/whose-filters.tsx';
import {useText} from '../../lib/language.tsx';
import {scheduleText} from '../../text/schedule.ts';

/** Null: everybody. */
export interface Whose {
  readonly recipientId: string | null;
  readonly staffId: string | null;
  readonly unitId: string | null;
}

export const nobodyAsked: Whose = {recipientId: null, staffId: null, unitId: null};

export function MonthFilters({whose, onWhose}: {whose: Whose; onWhose: (whose: Whose) => void}) {
  const {t} = useText();
  return (
    <Group gap="xs">
      <RecipientFilter
        aria-label={t(scheduleText.recipient)}
        placeholder={t(scheduleText.everyRecipient)}
        nothingFoundMessage={t(scheduleText.nobodyFound)}
        size="xs"
        w={230}
        value={whose.recipientId}
        onChange={recipientId => onWhose({...whose, recipientId})}
      />
      <SpecialistFilter
        aria-label={t(scheduleText.specialist)}
        placeholder={t(scheduleText.everySpecialist)}
        size="xs"
        w={210}
        value={whose.staffId}
        onChange={staffId => onWhose({...whose, staffId})}
      />
      <UnitFilter
        aria-label={t(scheduleText.unit)}
        placeholder={t(scheduleText.everyUnit)}
        size="xs"
        w={170}
        value={whose.unitId}
        onChange={unitId => onWhose({...whose, unitId})}
      />
    </Group>
  );
}
