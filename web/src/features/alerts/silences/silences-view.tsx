import { useQuery } from "@tanstack/react-query";
import { useEffect, useState, type ReactNode } from "react";
import { readClock } from "../../../time-range/read-clock.js";
import { useNow } from "../../../time-range/use-now.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import dialog from "../../../ui/form-dialog.module.css";
import { readMatcherList, writeMatcherList, parseMatcher } from "../matchers/matcher.js";
import { decideSilenceState } from "./decide-silence-state.js";
import { EndSilenceDialog } from "./end-silence-dialog.js";
import { chooseFirstDay, moveFirstDay, readFirstDay, shapeTimeline } from "./shape-timeline.js";
import { writeLocal, type SilenceDraft } from "./silence-draft.js";
import { SilenceForm } from "./silence-form.js";
import { SilenceList } from "./silence-list.js";
import { SilenceTimeline } from "./silence-timeline.js";
import { silencesQuery, type Silence } from "./silences-query.js";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const EXTEND_HOURS = 4;
const ORDER = { runs: 0, planned: 1, over: 2 } as const;

/** SilenceSearch is what the address says of the page of silences: `open` is `new`, or the id of one. */
export interface SilenceSearch {
  readonly open?: string | undefined;
  readonly matchers?: string | undefined;
  readonly replaces?: string | undefined;
  readonly until?: string | undefined;
  readonly first?: string | undefined;
  readonly days?: string | undefined;
}

/** SilencesView is the time line of silences, their list, and the form. */
export function SilencesView(props: {
  search: SilenceSearch;
  mayChange: boolean;
  onChange: (change: SilenceSearch) => void;
}): ReactNode {
  const { timeZone } = useWorkspace();
  const { search, onChange } = props;
  const tick = useNow(30_000);
  const [ending, setEnding] = useState<Silence | null>(null);
  const query = useQuery(silencesQuery(chooseSinceDays(search.first, tick)));
  // What begins or ends now has done so by the time of the answer, not only when the clock of the page moves on.
  const now = new Date(Math.max(tick.getTime(), query.dataUpdatedAt));
  const days = search.days === "7" ? 7 : 14;
  const first = readFirstDay(search.first) ?? chooseFirstDay(now, days, timeZone);
  const move = (by: number): void => onChange({ first: moveFirstDay(first, by) });
  return (
    <>
      <Panel
        title={days === 7 ? "A week" : "Two weeks"}
        note={
          <span className={dialog.row}>
            <span>days of {timeZone}</span>
            <button type="button" className={dialog.small} onClick={() => move(-days)}>
              Earlier
            </button>
            <button type="button" className={dialog.small} onClick={() => onChange({ first: undefined })}>
              Today
            </button>
            <button type="button" className={dialog.small} onClick={() => move(days)}>
              Later
            </button>
            {(["7", "14"] as const).map((length) => (
              <button
                key={length}
                type="button"
                className={dialog.small}
                aria-pressed={String(days) === length}
                onClick={() => onChange({ days: length === "14" ? undefined : length, first: undefined })}
              >
                {length} days
              </button>
            ))}
          </span>
        }
      >
        <QueryFrame query={query} what="the silences" skeleton={<SkeletonRows rows={4} height={28} />}>
          {(silences) => (
            <SilenceTimeline
              timeline={shapeTimeline(silences, { first, days, timeZone }, now)}
              open={search.open}
              onOpen={(open) => onChange({ open })}
            />
          )}
        </QueryFrame>
      </Panel>
      <Panel
        title="Silences"
        note={`those that go on, are planned, or ended in the last ${chooseSinceDays(search.first, tick)} days`}
      >
        <QueryFrame
          query={query}
          what="the silences"
          skeleton={<SkeletonRows rows={5} height={54} />}
          isEmpty={(silences) => silences.length === 0}
          empty={
            <EmptyNote title="Nothing is muted.">
              {props.mayChange
                ? "Before planned works, silence what they will set off: choose the rule, the client or the store, and an end. Incidents are still recorded; people are only not told."
                : "Administrators, operations and store managers can mute alerts for a while. Incidents are still recorded then."}
            </EmptyNote>
          }
        >
          {(silences) => (
            <SilenceList
              silences={sortSilences(silences, now)}
              now={now}
              open={search.open}
              mayChange={props.mayChange}
              onExtend={(silence) => {
                const end = new Date(Date.parse(silence.endsAt) + EXTEND_HOURS * HOUR_MS);
                onChange({ open: "new", replaces: silence.id, until: end.toISOString() });
              }}
              onEdit={(silence) => onChange({ open: "new", replaces: silence.id })}
              onRepeat={({ matchers }) =>
                onChange({
                  open: "new",
                  matchers: writeMatcherList(matchers.flatMap((text) => parseMatcher(text) ?? [])),
                })
              }
              onEnd={setEnding}
            />
          )}
        </QueryFrame>
      </Panel>
      <ScrollTo id={search.open} isReady={query.data !== undefined} />
      {search.open === "new" && props.mayChange && query.data !== undefined ? (
        <SilenceForm
          key={`${search.replaces ?? ""} ${search.matchers ?? ""}`}
          draft={buildDraft(search, query.data, timeZone)}
          replaces={search.replaces ?? null}
          onClose={() => onChange(CLOSED)}
          onDone={(id) => onChange({ ...CLOSED, open: id })}
        />
      ) : null}
      {ending === null ? null : <EndSilenceDialog silence={ending} onClose={() => setEnding(null)} />}
    </>
  );
}

const CLOSED: SilenceSearch = { open: undefined, matchers: undefined, replaces: undefined, until: undefined };

/** As far back as the time line shows, two weeks at least. */
function chooseSinceDays(first: string | undefined, now: Date): number {
  const shown = readFirstDay(first);
  const back = shown === undefined ? 0 : Math.ceil((now.getTime() - Date.parse(shown)) / DAY_MS) + 2;
  return Math.min(90, Math.max(14, back));
}

/** What runs first, then what is planned, then what was last. */
function sortSilences(silences: readonly Silence[], now: Date): readonly Silence[] {
  const rank = (silence: Silence): number => ORDER[decideSilenceState(silence, now)];
  return [...silences].sort(
    (left, right) =>
      rank(left) - rank(right) ||
      (rank(left) === ORDER.over ? -1 : 1) * (Date.parse(left.endsAt) - Date.parse(right.endsAt)),
  );
}

function buildDraft(search: SilenceSearch, silences: readonly Silence[], timeZone: string): SilenceDraft {
  const replaced = silences.find(({ id }) => id === search.replaces);
  if (replaced === undefined) {
    const end = writeLocal(new Date(readClock().getTime() + HOUR_MS), timeZone);
    const matchers = readMatcherList(search.matchers);
    return {
      matchers: matchers.length === 0 ? [{ label: "rule", op: "=", value: "" }] : matchers,
      start: "",
      end,
      comment: "",
    };
  }
  const isRunning = new Date(replaced.startsAt) <= readClock();
  return {
    matchers: replaced.matchers.flatMap((text) => parseMatcher(text) ?? []),
    start: isRunning ? "" : writeLocal(new Date(replaced.startsAt), timeZone),
    end: writeLocal(new Date(search.until ?? replaced.endsAt), timeZone),
    comment: replaced.comment,
  };
}

/** ScrollTo brings the silence of the address into view once it is there. */
function ScrollTo(props: { id: string | undefined; isReady: boolean }): ReactNode {
  const { id, isReady } = props;
  useEffect(() => {
    if (isReady && id !== undefined && id !== "new")
      document.getElementById(`silence-${id}`)?.scrollIntoView({ block: "nearest" });
  }, [id, isReady]);
  return null;
}
