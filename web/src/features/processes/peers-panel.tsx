import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatDuration } from "../../format/format-duration.js";
import { formatCount } from "../../format/format-number.js";
import { formatRatio } from "../../format/format-ratio.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { Panel } from "../../ui/panel.js";
import type { PanelTable } from "../../ui/panel-tools.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import table from "../../ui/table.module.css";
import { peersQuery, type PeerReport, type ProcessQuestion } from "./process-query.js";

const kinds = { STORE: "stores", CHANNEL: "channels", PARTNER: "partners" } as const;

/** PeersPanel compares the stores, channels or partners of the scope with the others of the same client; without any chosen it says how. */
export function PeersPanel(props: { question: ProcessQuestion; isNarrowed: boolean }): ReactNode {
  return props.isNarrowed ? (
    <Compared question={props.question} />
  ) : (
    <Panel title="Against its peers" span={4}>
      <EmptyNote title="Choose a store, channel or partner above.">
        Its way of doing this is then compared with the others of the same client.
      </EmptyNote>
    </Panel>
  );
}

function Compared(props: { question: ProcessQuestion }): ReactNode {
  const query = useQuery(peersQuery(props.question));
  const { data } = query;
  const kind = data === undefined ? "others" : kinds[data.dimension];
  return (
    <Panel
      title="Against its peers"
      span={4}
      note={
        data === undefined
          ? ""
          : data.peers === null
            ? `${kind} as a whole`
            : `${formatCount(data.peers)} other ${kind}`
      }
      tools={{
        id: "peers",
        fileName: "process against peers",
        table: () => (data === undefined ? null : buildTable(data)),
      }}
    >
      <QueryFrame
        query={query}
        what="the comparison"
        skeleton={<SkeletonRows rows={6} height={32} />}
        isEmpty={(found) => found.b === null}
        empty={
          <EmptyNote title="There are no peers to compare with.">
            No other of the same client ran this workflow, or too few did to be told without naming them.
          </EmptyNote>
        }
      >
        {(found) => <Steps found={found} />}
      </QueryFrame>
    </Panel>
  );
}

function Steps(props: { found: PeerReport }): ReactNode {
  const { found } = props;
  const rows = [
    { step: "From start to end", own: found.a.durationP50, peers: found.b?.durationP50 ?? null, share: null },
    ...found.stepFigures.map((row) => ({
      step: row.step,
      own: add(row.a?.workP50, row.a?.waitP50),
      peers: add(row.b?.workP50, row.b?.waitP50),
      share: row.a?.share == null || row.b?.share == null ? null : row.a.share - row.b.share,
    })),
  ];
  return (
    <>
      <table className={table.table} aria-label="Median time against peers">
        <thead>
          <tr>
            <th scope="col">Median time</th>
            <th scope="col" className={table.number}>
              Here
            </th>
            <th scope="col" className={table.number}>
              Peers
            </th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.step}>
              <td>{row.step}</td>
              <td className={table.number}>{render(row.own)}</td>
              <td className={table.number}>{render(row.peers)}</td>
              <td className={isWorse(row) ? table.bad : table.dim}>
                {describe(row)}
                {row.share === null || Math.abs(row.share) < 0.005
                  ? ""
                  : `, in ${formatRatio(Math.abs(row.share))} ${row.share > 0 ? "more" : "fewer"} runs`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.isAggregateOnly ? (
        <p className={table.dim}>The others are told only together: nothing that fewer than five of them did.</p>
      ) : null}
    </>
  );
}

interface Sides {
  readonly own: number | null;
  readonly peers: number | null;
}

function add(work: number | null | undefined, wait: number | null | undefined): number | null {
  return work == null ? null : work + (wait ?? 0);
}

/** Worse is said only where it is a tenth and a second more. */
function isWorse({ own, peers }: Sides): boolean {
  return own !== null && peers !== null && own > 1.1 * peers && own - peers > 1;
}

function describe({ own, peers }: Sides): string {
  if (own === null || peers === null) return own === null ? "not done here" : "not done by peers";
  const difference = own - peers;
  if (Math.abs(difference) < 1) return "the same";
  return `${formatDuration(Math.round(Math.abs(difference)))} ${difference > 0 ? "slower" : "faster"}`;
}

function render(seconds: number | null): string {
  return seconds === null ? "–" : formatDuration(seconds < 10 ? seconds : Math.round(seconds));
}

function buildTable(found: PeerReport): PanelTable {
  const cell = (value: number | null | undefined) =>
    value == null ? { value: null, reason: "not told" } : { value, unit: "s", text: render(value) };
  return {
    columns: [
      { title: "Step" },
      ...["Work here", "Work of peers", "Wait here", "Wait of peers"].map((title) => ({ title, isNumber: true })),
    ],
    rows: found.stepFigures.map(({ step, a, b }) => [
      step,
      ...[cell(a?.workP50), cell(b?.workP50), cell(a?.waitP50), cell(b?.waitP50)],
    ]),
  };
}
