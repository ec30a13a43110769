import {SelectField, type Choice} from '../../form/fields.tsx';
import {useCall} from '../../lib/use-call.ts';
import {handoverText} from '../../text/handover.ts';

/** By a file, or through the registry to one of those that it named at the last exchange; not shown where it named none. */
export function ReceiverField({
  chosen,
  onChosen,
}: {
  /** What is saved: it stays a choice when the registry does not name it any more. */
  chosen: string | null;
  /** One of the registry was chosen: its official names. */
  onChosen: (name: {kk: string; ru: string}) => void;
}) {
  const {data: receivers = []} = useCall('transfer', 'receivers', {});
  const choices: Choice[] = receivers.map(({facility, nameKk: kk, nameRu: ru}) => ({
    value: facility,
    label: handoverText.throughRegistry({kk, ru}),
  }));
  if (chosen !== null && !choices.some(({value}) => value === chosen)) {
    choices.push({value: chosen, label: handoverText.someReceiver});
  }
  if (choices.length === 0) return null;
  return (
    <SelectField
      name="otherFacilityId"
      label={handoverText.way}
      hint={handoverText.byFile}
      choices={choices}
      searchable
      clearable
      onChosen={value => {
        const receiver = receivers.find(({facility}) => facility === value);
        if (receiver !== undefined) onChosen({kk: receiver.nameKk, ru: receiver.nameRu});
      }}
    />
  );
}
