import {Button, Group, Stack, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {serviceTypeNames} from '../../../domain/vocabulary.ts';
import type {GroupAddition} from '../../../electron/contract/group-measure.ts';
import type {MeasureValues} from '../../../electron/contract/plan.ts';
import {useText} from '../../lib/language.tsx';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {formText} from '../../text/form.ts';
import {groupText} from '../../text/group-measure.ts';
import {Dialog} from '../../ui/dialog.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {GroupPeople} from './group-people.tsx';
import {measureSchema, type RawMeasure} from './plan-values.ts';

/** The measure of one plan for other people: for whom it can be done, who is chosen, what was done, and that taken back. */
export function GroupDialog({
  typed,
  exceptId,
  onClose,
}: {
  typed: RawMeasure;
  /** Whose plan this is; null: it is nobody's. */
  exceptId: string | null;
  onClose: () => void;
}) {
  const {t} = useText();
  const parsed = measureSchema.safeParse(typed);
  const measure = parsed.success && parsed.data.text !== '' ? parsed.data : null;
  return (
    <Dialog onClose={onClose} size="xl" title={t(groupText.title)}>
      {/* The keys of the form around it are not meant here. */}
      <div onKeyDown={event => event.stopPropagation()}>
        {measure === null ? (
          <Words size="sm">{t(groupText.empty)}</Words>
        ) : (
          <ForOthers measure={measure} exceptId={exceptId} onClose={onClose} />
        )}
      </div>
    </Dialog>
  );
}

function ForOthers({
  measure,
  exceptId,
  onClose,
}: {
  measure: MeasureValues;
  exceptId: string | null;
  onClose: () => void;
}) {
  const {t} = useText();
  const foreseen = useCall('groupMeasure', 'foresee', {measure});
  const adding = useCommand('groupMeasure', 'add');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<{added: readonly GroupAddition[]; left: number} | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  async function add(): Promise<void> {
    setFailure(null);
    try {
      setDone(await adding.run({measure, recipientIds: [...chosen]}));
    } catch (error) {
      setFailure(error);
    }
  }

  if (done !== null) return <Done {...done} onClose={onClose} />;
  if (foreseen.error) return <ProblemNote error={foreseen.error} retry={() => void foreseen.refetch()} />;
  if (!foreseen.data) return <Waiting />;
  const others = foreseen.data.filter(({recipientId}) => recipientId !== exceptId);
  return (
    <Stack gap="sm">
      <Words size="sm" fw={600} lineClamp={2}>
        {t(serviceTypeNames[measure.serviceType])}: {measure.text}
      </Words>
      <Words size="sm" c="dimmed">
        {t(groupText.what)}
      </Words>
      <GroupPeople people={others} chosen={chosen} onChosen={setChosen} />
      {failure !== null && <ProblemNote error={failure} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t(formText.cancel)}
        </Button>
        <Button disabled={chosen.size === 0} loading={adding.running} onClick={() => void add()}>
          {t(groupText.add(chosen.size))}
        </Button>
      </Group>
    </Stack>
  );
}

function Done({added, left, onClose}: {added: readonly GroupAddition[]; left: number; onClose: () => void}) {
  const {t} = useText();
  const takingBack = useCommand('groupMeasure', 'takeBack');
  const [result, setResult] = useState<{takenBack: number; kept: number} | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  async function takeBack(): Promise<void> {
    setFailure(null);
    try {
      setResult(await takingBack.run({added: [...added]}));
    } catch (error) {
      setFailure(error);
    }
  }

  return (
    <Stack gap="sm">
      <Words role="status">
        {t(
          result === null
            ? groupText.added(added.length, added.filter(({isNew}) => isNew).length)
            : groupText.takenBack(result.takenBack, result.kept),
        )}
      </Words>
      {left > 0 && result === null && <Words size="sm">{t(groupText.left(left))}</Words>}
      {failure !== null && <ProblemNote error={failure} />}
      <Group justify="flex-end" gap="xs">
        {result === null && added.length > 0 && (
          <Button variant="default" loading={takingBack.running} onClick={() => void takeBack()}>
            {t(groupText.takeBack)}
          </Button>
        )}
        <Button data-autofocus onClick={onClose}>
          {t(formText.close)}
        </Button>
      </Group>
    </Stack>
  );
}
