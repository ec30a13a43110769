import {SimpleGrid, Text as Words} from '@mantine/core';
import {useWatch} from 'react-hook-form';
import {z} from 'zod';
import {unitKindNames, unitKinds, unitProblem, unitProblemWords, type UnitKind} from '../../../domain/unit.ts';
import type {OrganisationType} from '../../../domain/vocabulary.ts';
import type {UnitView} from '../../../electron/contract/unit.ts';
import {units as unitRules} from '../../../templates/editions/308-2022/admission.ts';
import {DraftForm} from '../../form/draft-form.tsx';
import {DateField, LineField, NumberField, SelectField} from '../../form/fields.tsx';
import {SaveBar} from '../../form/save-bar.tsx';
import {raw, typed} from '../../form/typed.ts';
import {useDraftForm} from '../../form/use-draft-form.ts';
import {useText} from '../../lib/language.tsx';
import {useCommand} from '../../lib/use-call.ts';
import {unitText} from '../../text/unit.ts';
import {Dialog} from '../../ui/dialog.tsx';
import {Remark} from '../../ui/remark.tsx';

const schema = z.object({
  kind: typed.requiredChoice(unitKinds),
  name: z.object({kk: typed.requiredLine(500), ru: typed.requiredLine(500)}),
  places: typed.integer(1, 9_999),
  openedOn: typed.date(),
  closedOn: typed.date(),
});
type Raw = z.input<typeof schema>;

function rawUnit(unit: UnitView | null): Raw {
  return {
    kind: unit?.kind ?? '',
    name: unit?.name ?? {kk: '', ru: ''},
    places: raw.number(unit?.places),
    openedOn: raw.text(unit?.openedOn),
    closedOn: raw.text(unit?.closedOn),
  };
}

/** The kinds that paragraph 5 names for this type of organisation. */
export function possibleKinds(type: OrganisationType): readonly UnitKind[] {
  return unitRules.filter(rule => rule.organisationTypes.includes(type)).map(({kind}) => kind);
}

/** A unit is added, changed, or closed with a day. */
export function UnitDialog({
  unit,
  type,
  onClose,
}: {
  unit: UnitView | null;
  type: OrganisationType;
  onClose: () => void;
}) {
  const {t} = useText();
  const {run, running} = useCommand('unit', 'save');
  const value = useDraftForm({
    key: `settings:unit:${unit?.id ?? 'new'}`,
    schema,
    defaultValues: rawUnit(unit),
    base: unit?.stamp ?? null,
  });
  const save = async (values: z.output<typeof schema>) => {
    await run({id: unit?.id ?? null, seen: value.draft.base, ...values});
    value.draft.settle();
    onClose();
  };
  const possible = possibleKinds(type);
  const kinds = unitKinds.filter(kind => possible.includes(kind) || kind === unit?.kind);
  const title = t(unit ? unitText.editTitle : unitText.add);
  return (
    <Dialog onClose={onClose} size="lg" title={title}>
      <DraftForm value={value} onSubmit={save} label={title}>
        <SelectField
          name="kind"
          label={unitText.kind}
          required
          choices={kinds.map(kind => ({value: kind, label: unitKindNames[kind]}))}
        />
        <Whom />
        <LineField name="name.kk" label={unitText.nameKk} required />
        <LineField name="name.ru" label={unitText.nameRu} required />
        <SimpleGrid cols={{base: 1, xs: 3}} spacing="sm">
          <NumberField name="places" label={unitText.places} />
          <DateField name="openedOn" label={unitText.openedOn} />
          <DateField name="closedOn" label={unitText.closedOn} />
        </SimpleGrid>
        <Bound type={type} residents={unit?.occupied ?? 0} />
        <SaveBar draft={value.draft} saving={running} />
      </DraftForm>
    </Dialog>
  );
}

function Whom() {
  const {t} = useText();
  const kind = useWatch<Raw, 'kind'>({name: 'kind'});
  const rule = unitRules.find(each => each.kind === kind);
  if (rule === undefined) return null;
  return (
    <Words size="sm" c="dimmed">
      {t(unitText.whom(rule.whom))}
    </Words>
  );
}

/** What the order says of the number of places: a remark, which keeps nobody from saving. */
function Bound({type, residents}: {type: OrganisationType; residents: number}) {
  const chosen = useWatch<Raw, 'kind'>({name: 'kind'});
  const kind = unitKinds.find(each => each === chosen);
  const places = Number(useWatch<Raw, 'places'>({name: 'places'}));
  if (kind === undefined || !Number.isInteger(places) || places < 1) return null;
  const problem = unitProblem({kind, places, residents}, type, unitRules);
  if (problem === null) return null;
  const words = unitProblemWords[problem.code];
  return <Remark of={problem.paragraph === null ? words : unitText.boundKept(words, problem.paragraph)} />;
}
