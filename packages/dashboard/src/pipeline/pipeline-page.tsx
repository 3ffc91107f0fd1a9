import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { searchOf } from '../filter/search.ts';
import { useTitle } from '../shell/use-title.ts';
import { NotKnownSince } from './as-of.tsx';
import { FlowPicture } from './flow/flow-picture.tsx';
import { createPageJourneyFocus } from './journey/journey-focus.ts';
import { JourneyPanel } from './journey/journey-panel.tsx';
import { LedgerPanel } from './ledger-panel.tsx';
import { Legend } from './legend.tsx';
import { LISTED_MS, noEventsText, noneSeenText } from './none-text.ts';
import { ObjectivesPanel } from './objectives/objectives-panel.tsx';
import { PartitionsTable } from './partitions-table.tsx';
import { ReplayControls } from './replay/replay-controls.tsx';
import { shownTime, withinReach, type Shown } from './replay/shown-time.ts';
import { SeenPostings } from './seen-postings.tsx';
import { ConnectionLine } from './stream/connection-line.tsx';
import { unknownSince } from './stream/unknown-since.ts';
import { usePipeline } from './stream/use-pipeline.ts';
import { Timeline } from './timeline.tsx';
import { troublesOf } from './troubles-of.ts';
import { TroublesPanel } from './troubles-panel.tsx';
import { useTick } from './use-tick.ts';

const TICK_MS = 500;
const LISTED_EVENTS = 200;

/** The platform at work: numbers from the last snapshot, postings and events as they come. */
export const PipelinePage = () => {
  useTitle('Pipeline');
  const search = useSearch({ from: '/pipeline' });
  const navigate = useNavigate();
  const [journeyFocus] = useState(createPageJourneyFocus);
  const show = (posting: string | undefined) =>
    void navigate({ to: '.', resetScroll: false, search: (old) => searchOf({ ...old, posting }) });
  const choose = (posting: string) => {
    journeyFocus.opens(posting, search.posting);
    show(posting);
  };
  const close = () => {
    journeyFocus.closes();
    show(undefined);
  };
  const { recording, connection } = usePipeline();
  const [chosen, setChosen] = useState<Shown>({ mode: 'live' });
  // What has come since the last tick is shown at once.
  useTick(TICK_MS);
  const nowMs = Date.now();
  const shown = withinReach(chosen, recording.firstMs(), nowMs);
  // A pause that was moved stands where it was moved to.
  if (shown !== chosen) setChosen(shown);
  const live = shown.mode === 'live';
  const timeMs = shownTime(shown, nowMs);
  const moment = recording.at(timeMs);
  const since = moment && unknownSince(moment, timeMs, live, connection);
  const span = { heard: recording.heardAt(timeMs) ?? { sinceMs: timeMs, again: false }, timeMs };
  const read = recording.ledgerAt(timeMs);
  return (
    <div className="pipeline" data-snapshot={moment?.state.at}>
      <h1>The platform at work</h1>
      <ConnectionLine connection={connection} newest={recording.at(nowMs)} nowMs={nowMs} mode={shown.mode} />
      <Legend />
      <ReplayControls shown={shown} firstMs={recording.firstMs()} nowMs={nowMs} onShow={setChosen} />
      {moment && (
        <NotKnownSince value={since}>
          <div className={since === null ? undefined : 'not-now'}>
            <FlowPicture state={moment.state} recording={recording} shown={shown} onChoose={choose} />
            {search.posting !== undefined && (
              <JourneyPanel postingId={search.posting} onShown={journeyFocus.appears} onClose={close} />
            )}
            <div className="panels">
              <LedgerPanel
                ledger={moment.state.ledger}
                last={read && { ledger: read.state.ledger, ageMs: timeMs - read.atMs }}
              />
              <TroublesPanel
                troubles={troublesOf(moment.state)}
                alerts={moment.state.objectives?.alerts}
                live={live}
              />
              <Timeline events={recording.eventsUntil(timeMs, LISTED_EVENTS)} none={noEventsText(span)} />
              <SeenPostings
                seen={recording.seenBetween(timeMs - LISTED_MS, timeMs)}
                none={noneSeenText(span)}
                onChoose={choose}
              />
            </div>
            <ObjectivesPanel state={moment.state.objectives} />
            <PartitionsTable topics={moment.state.topics} />
          </div>
        </NotKnownSince>
      )}
    </div>
  );
};
