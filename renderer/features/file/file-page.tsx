import {fullName} from '../../../domain/person.ts';
import {useKeptAddress} from '../../lib/kept-address.ts';
import {useCall} from '../../lib/use-call.ts';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {FileEdit} from './file-edit.tsx';
import {FileOpen} from './file-open.tsx';

/** The personal file of a person (Appendix 3), or the way to open it. */
export function FilePage({recipientId}: {recipientId: string}) {
  const file = useCall('file', 'get', {recipientId});
  const person = useCall('recipient', 'get', {id: recipientId});
  useKeptAddress(recipientId, person.data?.id);
  const error = file.error ?? person.error;
  if (error) return <ProblemNote error={error} retry={() => void file.refetch()} />;
  if (file.data === undefined || !person.data) return <Waiting />;
  const name = fullName(person.data.name);
  return file.data === null ? (
    <FileOpen recipientId={recipientId} name={name} admittedOn={person.data.placements[0]?.admitted?.on ?? null} />
  ) : (
    <FileEdit key={file.data.id} file={file.data} person={person.data} name={name} />
  );
}
