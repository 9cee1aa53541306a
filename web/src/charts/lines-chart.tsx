import { memo, type ReactNode } from "react";
import { Bar, Line, ReferenceArea, ReferenceLine, usePlotArea } from "recharts";
import { areEqualProps } from "./are-equal-props.js";
import type { ChartMark } from "./chart-mark.js";
import { chooseScale } from "./choose-scale.js";
import { joinMarks } from "./join-marks.js";
import { joinLines, type LineRow } from "./join-lines.js";
import type { ChartLevel, ChartLine, LinesChartData } from "./lines-chart-data.js";
import classes from "./lines-chart.module.css";
import { LoneDot } from "./lone-dot.js";
import { MarkLabel } from "./mark-label.js";
import type { ChartSpan } from "./time-chart-data.js";
import { TimeFrame } from "./time-frame.js";

interface LinesChartProps {
  readonly data: LinesChartData;
  readonly draw: "line" | "bars";
  readonly kind: "duration" | "ratio" | "count";
  readonly target: number | null;
  readonly targetWords: string;
  readonly format: (value: number) => string;
  readonly marks: readonly ChartMark[];
  /** levels are further values that lines are compared with. */
  readonly levels?: readonly ChartLevel[];
  /** spans are stretches that stand out: something was going on. */
  readonly spans?: readonly ChartSpan[];
  readonly timeZone: string;
  readonly height: number;
}

/** Each line has its own colour and its own dashes: nobody must tell them apart by colour alone. */
const strokes = [
  { color: "var(--brand)", dashes: "" },
  { color: "var(--risk)", dashes: "6 3" },
  { color: "var(--ink-2)", dashes: "2 3" },
  { color: "var(--ok)", dashes: "9 3 2 3" },
  { color: "var(--bad)", dashes: "4 2" },
  { color: "var(--ink-3)", dashes: "1 2" },
  { color: "var(--brand)", dashes: "3 3" },
  { color: "var(--risk)", dashes: "1 3" },
] as const;

/** The sign of a mark is that wide, in pixels, with the gap to the next. */
const markWidth = 16;

const levelColors = { bad: "var(--bad)", risk: "var(--risk)", plain: "var(--ink-2)" } as const;

/** Levels that lie close together would write over each other. */
const levelPlaces = ["insideBottomRight", "insideBottomLeft", "insideBottom"] as const;

const halo = { paintOrder: "stroke", stroke: "var(--panel)", strokeWidth: 4, strokeLinejoin: "round" } as const;

const earlierStroke = { color: "var(--ink-3)", dashes: "4 3" };

/** LinesChart draws lines over time on one axis: gaps stay gaps, unmeasured time is hatched, the target is dashed, what happened stands above. It is drawn again only when what it shows changed. */
export const LinesChart = memo(function LinesChart(props: LinesChartProps): ReactNode {
  const { data, target, levels = [], spans = [] } = props;
  const values = data.lines.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])));
  const rows = joinLines(data);
  const isMany = data.lines.length > 1;
  return (
    <div className={classes.chart}>
      <TimeFrame
        rows={rows}
        time={data}
        scale={chooseScale([...values, ...listTargets(target, levels)], null, props.kind)}
        limit={target}
        limitWords={props.targetWords}
        format={props.format}
        timeZone={props.timeZone}
        height={isMany ? props.height : props.height + 22}
      >
        {drawSpans(spans, data.domain)}
        {drawLines(data.lines, props.draw, rows)}
        {drawLevels(levels)}
        <Marks marks={props.marks} domain={data.domain} />
      </TimeFrame>
      {isMany ? <Legend lines={data.lines} /> : null}
    </div>
  );
}, areEqualProps);

/** Where the chart is narrow, signs that would lie on each other become one. */
function Marks(props: { marks: readonly ChartMark[]; domain: readonly [number, number] }): ReactNode {
  const width = usePlotArea()?.width ?? 0;
  const [from, to] = props.domain;
  const marks = width === 0 ? [] : joinMarks(props.marks, ((to - from) * markWidth) / width);
  return marks.map((mark) => (
    <ReferenceLine
      key={mark.at}
      x={mark.at}
      stroke={mark.kind === "incident" ? "var(--bad)" : "var(--ink-3)"}
      strokeDasharray="1 3"
      label={<MarkLabel mark={mark} />}
    />
  ));
}

function listTargets(target: number | null, levels: readonly ChartLevel[]): readonly number[] {
  return [...(target === null ? [] : [target]), ...levels.map(({ value }) => value)];
}

function drawSpans(spans: readonly ChartSpan[], [start, end]: readonly [number, number]): readonly ReactNode[] {
  // What lasted for less than a pixel is seen, too.
  const least = (end - start) / 500;
  return spans.map(({ from, to }, index) => (
    <ReferenceArea
      key={index}
      x1={Math.max(from, start)}
      x2={Math.min(Math.max(to, from + least), end)}
      fill="var(--bad)"
      fillOpacity={0.13}
      stroke="none"
    />
  ));
}

function drawLevels(levels: readonly ChartLevel[]): readonly ReactNode[] {
  return levels.map(({ value, words, tone }, index) => (
    <ReferenceLine
      key={words}
      y={value}
      stroke={levelColors[tone]}
      strokeDasharray="4 3"
      label={{
        value: words,
        position: levelPlaces[index % 3] ?? "insideBottomRight",
        fontSize: 11,
        fill: "var(--ink-2)",
        style: halo,
      }}
    />
  ));
}

function drawLines(lines: readonly ChartLine[], draw: "line" | "bars", rows: readonly LineRow[]): readonly ReactNode[] {
  const isMany = lines.length > 1;
  const isStacked = lines.filter(({ isEarlier }) => isEarlier !== true).length > 1;
  return lines.map(({ id, title, isEarlier }, index) =>
    draw === "bars" && isEarlier !== true ? (
      <Bar
        key={id}
        name={title}
        dataKey={`line${index}`}
        stackId={isStacked ? "all" : `bar${index}`}
        fill={strokeOf(index).color}
        maxBarSize={14}
        isAnimationActive={false}
      />
    ) : (
      <Line
        key={id}
        name={title}
        dataKey={`line${index}`}
        stroke={strokeOf(index, isEarlier).color}
        strokeDasharray={isMany ? strokeOf(index, isEarlier).dashes : ""}
        strokeWidth={isEarlier === true ? 1.2 : 1.8}
        dot={<LoneDot values={rows.map((row) => row[`line${index}`])} color={strokeOf(index, isEarlier).color} />}
        activeDot={{ r: 3 }}
        connectNulls={false}
        isAnimationActive={false}
      />
    ),
  );
}

function Legend(props: { lines: readonly ChartLine[] }): ReactNode {
  return (
    <ul className={classes.legend}>
      {props.lines.map(({ id, title, isEarlier }, index) => (
        <li key={id}>
          <svg width={22} height={8} aria-hidden="true">
            <line
              x1={0}
              x2={22}
              y1={4}
              y2={4}
              stroke={strokeOf(index, isEarlier).color}
              strokeWidth={2}
              strokeDasharray={strokeOf(index, isEarlier).dashes}
            />
          </svg>
          {title}
        </li>
      ))}
    </ul>
  );
}

function strokeOf(index: number, isEarlier = false): { readonly color: string; readonly dashes: string } {
  if (isEarlier) return earlierStroke;
  return strokes[index % strokes.length] ?? strokes[0];
}
