import {Alert, Button, Group, Stack, Text as Words} from '@mantine/core';
import {useDebouncedValue} from '@mantine/hooks';
import {useState} from 'react';
import {useWatch} from 'react-hook-form';
import {formatDate, parseDate} from '../../domain/dates.ts';
import {likenessGradeNames, likenessGroundNames} from '../../domain/duplicate-words.ts';
import {fullName} from '../../domain/person.ts';
import type {Text} from '../../domain/text.ts';
import {placementStatusNames} from '../../domain/vocabulary.ts';
import type {LikeHit} from '../../electron/contract/duplicates.ts';
import {useText} from '../lib/language.tsx';
import {useCall} from '../lib/use-call.ts';

interface Act {
  readonly label: Text;
  readonly disabled: boolean;
  readonly onAct: () => void;
}

/** While a person is typed: who may be the same one, with the grounds, so that nobody is entered twice. Never in the way. */
export function LikePeople({
  names,
  exceptId,
  title,
  what,
  act,
  remark,
}: {
  /** Paths of the fields in the form's values. */
  names: {readonly name: string; readonly bornOn: string; readonly iin: string};
  /** Whose card is being mended; null: somebody new, and whoever is found by the name alone is offered too. */
  exceptId: string | null;
  title: Text;
  what: Text;
  act: (hit: LikeHit) => Act;
  remark: (hit: LikeHit) => Text | null;
}) {
  const {t} = useText();
  const {hits, hold} = useLikePeople(names, exceptId);
  if (hits.length === 0) return null;
  return (
    <Alert color="orange" title={t(title)} role="status" {...hold}>
      <Stack gap="xs">
        <Words size="sm">{t(what)}</Words>
        {hits.map(hit => {
          const {label, disabled, onAct} = act(hit);
          const remarked = remark(hit);
          return (
            <Group key={hit.recipientId} justify="space-between" wrap="nowrap">
              <div>
                <Words size="sm" style={{overflowWrap: 'anywhere'}}>
                  <strong>{fullName(hit.name)}</strong>
                  {hit.bornOn !== null && ` · ${formatDate(hit.bornOn)}`}
                  {hit.status !== null && ` · ${t(placementStatusNames[hit.status])}`}
                  {remarked !== null && ` · ${t(remarked)}`}
                </Words>
                {hit.grade !== null && (
                  <Words size="xs">
                    {[likenessGradeNames[hit.grade], ...hit.grounds.map(ground => likenessGroundNames[ground])]
                      .map(t)
                      .join(' · ')}
                  </Words>
                )}
              </div>
              <Button
                size="compact-sm"
                variant="default"
                style={{flexShrink: 0}}
                disabled={disabled}
                aria-label={`${t(label)}: ${fullName(hit.name)}`}
                onClick={onAct}
              >
                {t(label)}
              </Button>
            </Group>
          );
        })}
      </Stack>
    </Alert>
  );
}

interface RawName {
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
}

/**
 * The answer to what is typed now. It is asked once the typing rests, and shown once it is fresh: an answer of an earlier
 * time, which the cache still has, may lack whoever was entered since. Until then the last list stays as it is; and it
 * stays as long as the keyboard is in it, so that a key that is about to choose meets what it was meant for.
 */
function useLikePeople(
  names: {readonly name: string; readonly bornOn: string; readonly iin: string},
  exceptId: string | null,
) {
  const [name, born, number] = useWatch({name: [names.name, names.bornOn, names.iin]}) as [RawName, string, string];
  const typed = JSON.stringify([name, born, number]);
  const [rested] = useDebouncedValue(typed, 200);
  const enabled = name.surname.trim().length >= 2 && name.firstName.trim().length >= 1;
  const [restedName, restedBorn, restedNumber] = JSON.parse(rested) as [RawName, string, string];
  const {data, isFetching} = useCall(
    'duplicates',
    'like',
    {
      name: {
        surname: restedName.surname.slice(0, longest),
        firstName: restedName.firstName.slice(0, longest),
        patronymic: restedName.patronymic.slice(0, longest),
      },
      bornOn: parseDate(restedBorn),
      iin: restedNumber.trim() === '' ? null : restedNumber.slice(0, longest),
      exceptId,
      known: exceptId === null,
      limit: 5,
    },
    {enabled: enabled && rested === typed},
  );
  const [shown, setShown] = useState<readonly LikeHit[]>([]);
  const [held, setHeld] = useState(false);
  const fresh = enabled && rested === typed && !isFetching ? data : undefined;
  if (fresh !== undefined && fresh !== shown && !held) setShown(fresh);
  return {
    hits: enabled || held ? shown : [],
    hold: {onFocus: () => setHeld(true), onBlur: () => setHeld(false)},
  };
}

/** As the call takes a line. */
const longest = 300;
