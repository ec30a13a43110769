import {Checkbox, Group, SegmentedControl, Select, TextInput} from '@mantine/core';
import {pileFilters, pileVersions} from '../../../domain/pile.ts';
import {printLanguageNames} from '../../../domain/record-value-words.ts';
import {printLanguages} from '../../../domain/text.ts';
import {paperForms} from '../../../electron/contract/paper.ts';
import {focusSoon} from '../../lib/focus-soon.ts';
import {SpecialistFilter, UnitFilter} from '../../form/whose-filters.tsx';
import {useText} from '../../lib/language.tsx';
import {useRight} from '../../lib/session.ts';
import {paperText} from '../../text/paper.ts';
import {printingText} from '../../text/printing.ts';
import {statusGroups, type Choice} from './choice.ts';

/** People × forms × language × which: what the list below is asked for. */
export function ChoiceBar({choice, onChoice}: {choice: Choice; onChoice: (choice: Choice) => void}) {
  return (
    <div className="printing-choice">
      <WhatBar choice={choice} onChoice={onChoice} />
      <WhoBar choice={choice} onChoice={onChoice} />
    </div>
  );
}

interface BarProps {
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
}

function WhatBar({choice, onChoice}: BarProps) {
  const {t} = useText();
  const seesPlans = useRight('diagnosis');
  const seesCovers = useRight('ethnicity');
  const forms = paperForms.filter(form => form === 'appendix-2' || (form === 'appendix-3' ? seesCovers : seesPlans));
  return (
    <Group gap="md" justify="space-between">
      <Checkbox.Group
        aria-label={t(printingText.forms)}
        value={[...choice.forms]}
        onChange={chosen => onChoice({...choice, forms: paperForms.filter(form => chosen.includes(form))})}
      >
        <Group gap="md">
          {forms.map((form, index) => (
            <Checkbox
              key={form}
              value={form}
              size="sm"
              label={t(printingText.formNames[form])}
              ref={index === 0 ? focusSoon : undefined}
            />
          ))}
        </Group>
      </Checkbox.Group>
      <Group gap="xs">
        <SegmentedControl
          aria-label={t(printingText.version)}
          size="xs"
          value={choice.version}
          onChange={value => onChoice({...choice, version: pileVersions.find(each => each === value) ?? 'frozen'})}
          data={pileVersions.map(each => ({value: each, label: t(printingText.versions[each])}))}
        />
        <SegmentedControl
          aria-label={t(paperText.printLanguage)}
          size="xs"
          value={choice.language}
          onChange={value =>
            onChoice({...choice, language: printLanguages.find(each => each === value) ?? choice.language})
          }
          data={printLanguages.map(each => ({value: each, label: t(printLanguageNames[each])}))}
        />
      </Group>
    </Group>
  );
}

function WhoBar({choice, onChoice}: BarProps) {
  const {t} = useText();
  return (
    <Group gap="xs">
      <TextInput
        aria-label={t(printingText.find)}
        placeholder={t(printingText.find)}
        type="search"
        size="xs"
        w={210}
        maxLength={200}
        autoComplete="off"
        value={choice.text}
        onChange={event => onChoice({...choice, text: event.currentTarget.value})}
      />
      <Select
        aria-label={t(printingText.who)}
        size="xs"
        w={200}
        allowDeselect={false}
        value={choice.status}
        onChange={value => onChoice({...choice, status: statusGroups.find(each => each === value) ?? 'present'})}
        data={statusGroups.map(each => ({value: each, label: t(printingText.statuses[each])}))}
      />
      <UnitFilter
        aria-label={t(printingText.unit)}
        placeholder={t(printingText.everyUnit)}
        size="xs"
        w={180}
        value={choice.unitId}
        onChange={unitId => onChoice({...choice, unitId})}
      />
      <SpecialistFilter
        aria-label={t(printingText.specialist)}
        placeholder={t(printingText.everySpecialist)}
        size="xs"
        w={220}
        value={choice.staffId}
        onChange={staffId => onChoice({...choice, staffId})}
      />
      <SegmentedControl
        aria-label={t(printingText.filter)}
        size="xs"
        ml="auto"
        value={choice.filter}
        onChange={value => onChoice({...choice, filter: pileFilters.find(each => each === value) ?? 'all'})}
        data={pileFilters.map(each => ({value: each, label: t(printingText.filters[each])}))}
      />
    </Group>
  );
}
