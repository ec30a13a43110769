import {Button, Group, SegmentedControl, Stack, Text as Words} from '@mantine/core';
import {useState} from 'react';
import type {ExchangeStateView} from '../../../electron/contract/exchange.ts';
import {MeetForm} from '../../form/meet-form.tsx';
import {RegistryForm} from '../../form/registry-form.tsx';
import {StickDialog} from '../../form/stick-dialog.tsx';
import {useExchangeRuns, waysOf} from '../../lib/exchange.ts';
import {useText} from '../../lib/language.tsx';
import {useCall} from '../../lib/use-call.ts';
import {commonText} from '../../text/common.ts';
import {connectText} from '../../text/connect.ts';
import {exchangeText} from '../../text/exchange.ts';
import {joinText} from '../../text/join.ts';
import {CompareCode} from '../../ui/compare-code.tsx';
import {EnrolmentRequest} from '../../ui/enrolment-request.tsx';
import {ExchangeOutcomeView} from '../../ui/exchange-outcome.tsx';
import {ExchangeProgress} from '../../ui/exchange-progress.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Waiting} from '../../ui/waiting.tsx';

type Way = 'registry' | 'stick';

/**
 * A further PC of an organisation takes in what is there before anybody works on it. Interrupted, it goes on from where it
 * was; the step ends by itself with the first load.
 */
export function JoinStep({onBack}: {onBack: () => Promise<unknown>}) {
  const {t} = useText();
  const {data: state, error, refetch} = useCall('exchange', 'state', {});
  const [isChoosing, setIsChoosing] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  if (!state) return <Waiting />;

  const back = (): void => {
    setFailure(null);
    onBack().catch(setFailure);
  };
  return (
    <Stack gap="md">
      {failure !== null && <ProblemNote error={failure} />}
      {(state.partners.length === 0 && state.request === null) || isChoosing ? (
        <Ways onConnected={() => setIsChoosing(false)} />
      ) : (
        <FirstLoad state={state} />
      )}
      {!state.loadBegun && state.running === null && (
        <Group gap="xs">
          {(state.partners.length > 0 || state.request !== null) && (
            <Button variant="default" onClick={() => setIsChoosing(!isChoosing)}>
              {t(isChoosing ? joinText.toLoad : joinText.otherWay)}
            </Button>
          )}
          <Button variant="default" onClick={back}>
            {t(commonText.back)}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Ways({onConnected}: {onConnected: () => void}) {
  const {t} = useText();
  const [way, setWay] = useState<Way>('registry');
  return (
    <>
      <SegmentedControl
        aria-label={t(joinText.joinTitle)}
        value={way}
        onChange={value => setWay(value === 'stick' ? 'stick' : 'registry')}
        data={[
          {value: 'registry', label: t(joinText.byRegistry)},
          {value: 'stick', label: t(joinText.byStick)},
        ]}
      />
      <Words size="sm">{t(way === 'registry' ? connectText.registryWhat : connectText.pcWhat)}</Words>
      {way === 'registry' ? (
        <RegistryForm onConnected={onConnected} onAsked={onConnected} />
      ) : (
        <MeetForm onMet={onConnected} />
      )}
    </>
  );
}

function FirstLoad({state}: {state: ExchangeStateView}) {
  const {t} = useText();
  const runs = useExchangeRuns();
  const [asksStick, setAsksStick] = useState(false);
  const {fingerprint, request, running, last, partners, canChooseFolder, sticks} = state;
  const hasRegistry = waysOf(state).network;
  const byCards = partners.some(({kind}) => kind === 'pc') && !hasRegistry;
  return (
    <Stack gap="md">
      <Words size="sm">{t(joinText.loadingWhat)}</Words>
      {request !== null && <EnrolmentRequest request={request} />}
      {byCards && <Words size="sm">{t(joinText.stickWhat)}</Words>}
      {byCards && fingerprint !== null && <CompareCode label={connectText.ownCode} code={fingerprint} />}
      {running !== null && <ExchangeProgress running={running} mayStop />}
      {running === null && last !== null && <ExchangeOutcomeView last={last} />}
      {running === null && (
        <Group gap="sm">
          {hasRegistry && (
            <Button loading={runs.beginning} onClick={() => void runs.byNetwork()}>
              {t(joinText.goOn)}
            </Button>
          )}
          <Button
            variant={hasRegistry ? 'default' : 'filled'}
            loading={runs.beginning}
            onClick={() => (canChooseFolder ? void runs.byStick(null) : setAsksStick(true))}
          >
            {t(exchangeText.byStick)}
          </Button>
        </Group>
      )}
      {asksStick && (
        <StickDialog sticks={sticks} onFolder={folder => runs.byStick(folder)} onClose={() => setAsksStick(false)} />
      )}
    </Stack>
  );
}
