import {useWatch} from 'react-hook-form';
import {z} from 'zod';
import {unitProblemWords} from '../../../domain/unit.ts';
import type {StayView, UnitView} from '../../../electron/contract/unit.ts';
import {AskDialog} from '../../form/ask-dialog.tsx';
import {DateField, SelectField} from '../../form/fields.tsx';
import {raw, typed} from '../../form/typed.ts';
import {today} from '../../lib/clock.ts';
import {useCommand} from '../../lib/use-call.ts';
import {unitText} from '../../text/unit.ts';
import {Remark} from '../../ui/remark.tsx';

const moveSchema = z.object({unitId: typed.requiredId(), on: typed.requiredDate()});

/** Into a unit, or into another one. */
export function MoveDialog({
  placementId,
  units,
  isIn,
  onClose,
}: {
  placementId: string;
  units: readonly UnitView[];
  isIn: boolean;
  onClose: () => void;
}) {
  const {run} = useCommand('unit', 'move');
  const title = isIn ? unitText.move : unitText.enter;
  return (
    <AskDialog
      title={title}
      schema={moveSchema}
      initial={{unitId: '', on: today()}}
      confirm={title}
      onConfirm={({unitId, on}) => run({placementId, unitId, on})}
      onClose={onClose}
    >
      <SelectField name="unitId" label={unitText.unit} required choices={units.map(choiceOf)} />
      <Full units={units} />
      <DateField name="on" label={unitText.on} required />
    </AskDialog>
  );
}

function choiceOf({id, name, places, occupied}: UnitView) {
  return {value: id, label: places === null ? name : unitText.withFree(name, Math.max(0, places - occupied))};
}

/** One more than there are places: said, never refused. */
function Full({units}: {units: readonly UnitView[]}) {
  const unitId = useWatch<z.input<typeof moveSchema>, 'unitId'>({name: 'unitId'});
  const unit = units.find(({id}) => id === unitId);
  if (unit === undefined || unit.places === null || unit.occupied < unit.places) return null;
  return <Remark of={unitProblemWords['over-full']} />;
}

const leaveSchema = z.object({on: typed.requiredDate()});

export function LeaveDialog({placementId, onClose}: {placementId: string; onClose: () => void}) {
  const {run} = useCommand('unit', 'move');
  return (
    <AskDialog
      title={unitText.leave}
      schema={leaveSchema}
      initial={{on: today()}}
      confirm={unitText.leave}
      onConfirm={({on}) => run({placementId, unitId: null, on})}
      onClose={onClose}
    >
      <DateField name="on" label={unitText.on} required />
    </AskDialog>
  );
}

const staySchema = z.object({unitId: typed.requiredId(), from: typed.requiredDate(), to: typed.date()});

/** Mends what was typed wrongly. */
export function CorrectStayDialog({
  stay,
  units,
  onClose,
}: {
  stay: StayView;
  units: readonly UnitView[];
  onClose: () => void;
}) {
  const {run} = useCommand('unit', 'correctStay');
  return (
    <AskDialog
      title={unitText.correct}
      schema={staySchema}
      initial={{unitId: stay.unitId, from: stay.from, to: raw.text(stay.to)}}
      confirm={unitText.correct}
      onConfirm={values => run({stayId: stay.id, seen: stay.stamp, ...values})}
      onClose={onClose}
    >
      <SelectField
        name="unitId"
        label={unitText.unit}
        required
        choices={units.map(({id, name}) => ({value: id, label: name}))}
      />
      <DateField name="from" label={unitText.from} required />
      <DateField name="to" label={unitText.to} />
    </AskDialog>
  );
}
