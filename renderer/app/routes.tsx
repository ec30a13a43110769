import {useIsFetching} from '@tanstack/react-query';
import {useEffect} from 'react';
import {Redirect, Route, Switch} from 'wouter';
import {may} from '../../domain/roles.ts';
import {paperForms} from '../../electron/contract/paper.ts';
import {TodayPage} from '../features/today/today-page.tsx';
import {useText} from '../lib/language.tsx';
import {namedId, paperForm, paths, patterns} from '../lib/paths.ts';
import {useSessionState} from '../lib/session.ts';
import {frameText} from '../text/frame.ts';
import {EmptyState} from '../ui/empty-state.tsx';
import {part} from '../ui/part.tsx';

// Today is what everybody sees first; the code of the other pages is fetched while it is being read.
const FilePage = part(async () => (await import('../features/file/file-page.tsx')).FilePage);
const JournalPage = part(async () => (await import('../features/journal/journal-page.tsx')).JournalPage);
const NewEntryPage = part(async () => (await import('../features/journal/new-entry-page.tsx')).NewEntryPage);
const RoundPage = part(async () => (await import('../features/monitoring/round-page.tsx')).RoundPage);
const RoundsPage = part(async () => (await import('../features/monitoring/rounds-page.tsx')).RoundsPage);
const NewPlanPage = part(async () => (await import('../features/plan/new-plan-page.tsx')).NewPlanPage);
const PlanPage = part(async () => (await import('../features/plan/plan-page.tsx')).PlanPage);
const RecipientPage = part(async () => (await import('../features/recipient/recipient-page.tsx')).RecipientPage);
const PeoplePage = part(async () => (await import('../features/search/people-page.tsx')).PeoplePage);
const SettingsPage = part(async () => (await import('../features/settings/settings-page.tsx')).SettingsPage);
const pages = [
  FilePage,
  JournalPage,
  NewEntryPage,
  RoundPage,
  RoundsPage,
  NewPlanPage,
  PlanPage,
  RecipientPage,
  PeoplePage,
  SettingsPage,
];

// The pages that show PDF bring a large library along: it is fetched when the first paper is looked at.
const PaperPage = part(async () => (await import('../features/paper/paper-page.tsx')).PaperPage);
const ScanPage = part(async () => (await import('../features/paper/scan-page.tsx')).ScanPage);
const PapersPage = part(async () => (await import('../features/paper/papers-page.tsx')).PapersPage);

// Those that are not opened every day are fetched when they are.
const QueuePage = part(async () => (await import('../features/queue/queue-page.tsx')).QueuePage);
const PortalPage = part(async () => (await import('../features/queue/portal-page.tsx')).PortalPage);
const TransfersPage = part(async () => (await import('../features/transfer/transfers-page.tsx')).TransfersPage);
const TransferPage = part(async () => (await import('../features/transfer/transfer-page.tsx')).TransferPage);
const OpenTransferPage = part(
  async () => (await import('../features/transfer/open-transfer-page.tsx')).OpenTransferPage,
);
const DuplicatesPage = part(async () => (await import('../features/duplicates/duplicates-page.tsx')).DuplicatesPage);
const ComparePage = part(async () => (await import('../features/duplicates/compare-page.tsx')).ComparePage);
const GroupPage = part(async () => (await import('../features/plan/group-page.tsx')).GroupPage);
const MonthPage = part(async () => (await import('../features/schedule/month-page.tsx')).MonthPage);
const PrintingPage = part(async () => (await import('../features/printing/printing-page.tsx')).PrintingPage);
const RegisterPage = part(async () => (await import('../features/printing/register-page.tsx')).RegisterPage);
const BindingPage = part(async () => (await import('../features/binding/binding-page.tsx')).BindingPage);
const ImportPage = part(async () => (await import('../features/importing/import-page.tsx')).ImportPage);
const StatisticsPage = part(async () => (await import('../features/statistics/statistics-page.tsx')).StatisticsPage);
const ExchangeTab = part(async () => (await import('../features/exchange/exchange-tab.tsx')).ExchangeTab);
const ConflictsPage = part(async () => (await import('../features/exchange/conflicts-page.tsx')).ConflictsPage);
const HeldPage = part(async () => (await import('../features/exchange/held-page.tsx')).HeldPage);
const NormsPage = part(async () => (await import('../features/norms/norms-page.tsx')).NormsPage);

/** Which page stands where. */
export function Routes() {
  return (
    <>
      <FetchAhead />
      <Places />
    </>
  );
}

/** By itself: what it counts changes with every question, and no page is drawn again for that. */
function FetchAhead() {
  const isQuiet = useIsFetching() === 0;
  useEffect(() => (isQuiet ? fetchPages() : undefined), [isQuiet]);
  return null;
}

/** Whoever sees no people has nothing to do today: the settings are what they work with. */
function FirstPage() {
  const session = useSessionState();
  if (!session?.account) return null;
  return may(session.account.role, 'records') ? <TodayPage /> : <Redirect to={paths.settings()} replace />;
}

function Places() {
  return (
    <Switch>
      <Route path={patterns.today}>
        <FirstPage />
      </Route>
      <Route path={patterns.month} component={MonthPage} />
      <Route path={patterns.newEntry} component={NewEntryPage} />
      <Route path={patterns.queue} component={QueuePage} />
      <Route path={patterns.portal} component={PortalPage} />
      <Route path={patterns.transfers} component={TransfersPage} />
      <Route path={patterns.openTransfer} component={OpenTransferPage} />
      <Route path={patterns.transfer}>
        {({transferId}) => <TransferPage key={transferId} transferId={transferId} />}
      </Route>
      <Route path={patterns.journal} component={JournalPage} />
      <Route path={patterns.people} component={PeoplePage} />
      <Route path={patterns.duplicates} component={DuplicatesPage} />
      <Route path={patterns.groupMeasure} component={GroupPage} />
      <Route path={patterns.compare}>
        {({firstId, secondId}) => <ComparePage key={`${firstId} ${secondId}`} firstId={firstId} secondId={secondId} />}
      </Route>
      <Route path={patterns.file}>{({recipientId}) => <FilePage key={recipientId} recipientId={recipientId} />}</Route>
      <Route path={patterns.newPlan}>
        {({recipientId}) => <NewPlanPage key={recipientId} recipientId={recipientId} />}
      </Route>
      <Route path={patterns.rounds}>
        {({recipientId, planId}) => <RoundsPage key={planId} recipientId={recipientId} planId={planId} />}
      </Route>
      <Route path={patterns.round}>
        {({recipientId, planId, roundId}) =>
          roundId === 'new' ? (
            <RoundsPage recipientId={recipientId} planId={planId} />
          ) : (
            <RoundPage key={roundId} recipientId={recipientId} planId={planId} roundId={roundId} />
          )
        }
      </Route>
      <Route path={patterns.plan}>
        {({recipientId, planId}) => <PlanPage key={planId} recipientId={recipientId} planId={planId} />}
      </Route>
      <Route path={patterns.recipient}>
        {({recipientId}) => <RecipientPage key={recipientId} recipientId={recipientId} />}
      </Route>
      <Route path={patterns.blankPaper}>
        {({form}) => {
          const known = paperForm(form, paperForms);
          return known ? <PaperPage source={{kind: 'blank', form: known}} /> : <NotFound />;
        }}
      </Route>
      <Route path={patterns.livingPaper}>
        {({form, subjectId}) => {
          const known = paperForm(form, paperForms);
          return known ? <PaperPage key={subjectId} source={{kind: 'living', form: known, subjectId}} /> : <NotFound />;
        }}
      </Route>
      <Route path={patterns.frozenPaper}>
        {({paperId}) => <PaperPage key={paperId} source={{kind: 'frozen', paperId}} />}
      </Route>
      <Route path={patterns.yearPaper}>
        {({year, recipientId}) => (
          <PaperPage
            key={`${recipientId} ${year}`}
            source={{kind: 'year', recipientId, year: Number.parseInt(year, 10) || 0}}
          />
        )}
      </Route>
      <Route path={patterns.transferPaper}>
        {({transferId}) => <PaperPage key={transferId} source={{kind: 'transfer', transferId}} />}
      </Route>
      <Route path={patterns.monthPaper}>
        {({month, recipientId, staffId, unitId}) => (
          <PaperPage
            key={`${month} ${recipientId} ${staffId} ${unitId}`}
            source={{
              kind: 'month',
              month,
              recipientId: namedId(recipientId),
              staffId: namedId(staffId),
              unitId: namedId(unitId),
            }}
          />
        )}
      </Route>
      <Route path={patterns.lifePaper}>
        {({year, recipientId}) => (
          <PaperPage
            key={`${recipientId} ${year}`}
            source={{kind: 'life', recipientId, year: Number.parseInt(year, 10) || 0}}
          />
        )}
      </Route>
      <Route path={patterns.pilePaper}>{({jobId}) => <PaperPage key={jobId} source={{kind: 'pile', jobId}} />}</Route>
      <Route path={patterns.scan}>
        {({attachmentId}) => <ScanPage key={attachmentId} attachmentId={attachmentId} />}
      </Route>
      <Route path={patterns.binding} component={BindingPage} />
      <Route path={patterns.papers} component={PapersPage} />
      <Route path={patterns.printRegister}>
        {({recipientId}) => <RegisterPage key={recipientId ?? ''} recipientId={recipientId ?? null} />}
      </Route>
      <Route path={patterns.printing} component={PrintingPage} />
      <Route path={patterns.norms} component={NormsPage} />
      <Route path={patterns.importing}>{({kind}) => <ImportPage key={kind} named={kind} />}</Route>
      <Route path={patterns.statistics} component={StatisticsPage} />
      <Route path={patterns.exchangeConflicts}>
        {({recipientId}) => <ConflictsPage recipientId={recipientId ?? null} />}
      </Route>
      <Route path={patterns.exchangeHeld} component={HeldPage} />
      <Route path={patterns.settings}>
        {({section, question}) => (
          <SettingsPage section={section} exchange={<ExchangeTab asksStick={question === 'stick'} />} />
        )}
      </Route>
      <Route component={NotFound} />
    </Switch>
  );
}

/** Once what was asked for is on the screen, and nothing else is to be done. */
function fetchPages(): () => void {
  const waiting = requestIdleCallback(() => pages.forEach(page => page.ahead()));
  return () => cancelIdleCallback(waiting);
}

function NotFound() {
  const {t} = useText();
  return <EmptyState title={t(frameText.notFoundTitle)} what={t(frameText.notFoundWhat)} />;
}
