import type { ReactNode } from "react";
import {
  Bar,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { formatTick } from "../format/format-instant.js";
import type { ChartMark } from "./chart-mark.js";
import { ChartTip } from "./chart-tip.js";
import { chooseScale } from "./choose-scale.js";
import { joinLines } from "./join-lines.js";
import type { LinesChartData } from "./lines-chart-data.js";
import classes from "./lines-chart.module.css";
import { MarkLabel } from "./mark-label.js";

interface LinesChartProps {
  readonly data: LinesChartData;
  readonly draw: "line" | "bars";
  readonly kind: "duration" | "ratio" | "count";
  readonly target: number | null;
  readonly targetWords: string;
  readonly format: (value: number) => string;
  readonly marks: readonly ChartMark[];
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

const earlierStroke = { color: "var(--ink-3)", dashes: "4 3" };

const axis = { fontSize: 11, fill: "var(--ink-3)" };

/** LinesChart draws lines over time on one axis: gaps stay gaps, unmeasured time is hatched, the target is dashed, what happened stands above. */
export function LinesChart(props: LinesChartProps): ReactNode {
  const { data, format, target } = props;
  const values = data.lines.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])));
  const scale = chooseScale(target === null ? values : [...values, target], null, props.kind);
  const rows = joinLines(data);
  const isMany = data.lines.length > 1;
  const isStacked = data.lines.filter(({ isEarlier }) => isEarlier !== true).length > 1;
  return (
    <div>
      <ResponsiveContainer width="100%" height={isMany ? props.height : props.height + 22}>
        <ComposedChart data={[...rows]} margin={{ top: 18, right: 10, bottom: 0, left: 0 }} accessibilityLayer>
          <defs>
            <pattern
              id="lines-unmeasured"
              width="5"
              height="5"
              patternTransform="rotate(45)"
              patternUnits="userSpaceOnUse"
            >
              <rect width="1.5" height="5" fill="var(--hatch)" />
            </pattern>
          </defs>
          {data.unmeasured.map((span) => (
            <ReferenceArea
              key={span.from}
              x1={Math.max(span.from, data.domain[0])}
              x2={Math.min(span.to, data.domain[1])}
              fill="url(#lines-unmeasured)"
              fillOpacity={0.6}
            />
          ))}
          <XAxis
            dataKey="at"
            type="number"
            scale="time"
            domain={[...data.domain]}
            ticks={[...data.ticks]}
            tickFormatter={(at: number) => formatTick(new Date(at), props.timeZone, data.tickStepMs)}
            tick={axis}
            tickLine={false}
            axisLine={{ stroke: "var(--line-2)" }}
            allowDataOverflow
          />
          <YAxis
            domain={[...scale.domain]}
            ticks={[...scale.ticks]}
            tickFormatter={format}
            tick={axis}
            tickLine={false}
            axisLine={false}
            width={64}
            allowDataOverflow
          />
          {data.lines.map(({ id, title, isEarlier }, index) =>
            props.draw === "bars" && isEarlier !== true ? (
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
                dot={false}
                activeDot={{ r: 3 }}
                connectNulls={false}
                isAnimationActive={false}
              />
            ),
          )}
          {target === null ? null : (
            <ReferenceLine
              y={target}
              stroke="var(--ink-2)"
              strokeDasharray="4 3"
              label={{ value: props.targetWords, position: "insideBottomRight", fontSize: 11, fill: "var(--ink-2)" }}
            />
          )}
          {props.marks.map((mark) => (
            <ReferenceLine
              key={mark.at}
              x={mark.at}
              stroke={mark.kind === "incident" ? "var(--bad)" : "var(--ink-3)"}
              strokeDasharray="1 3"
              label={<MarkLabel mark={mark} />}
            />
          ))}
          <Tooltip
            content={<ChartTip />}
            cursor={{ stroke: "var(--ink-3)", fill: "var(--hover)" }}
            isAnimationActive={false}
            filterNull={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
      {isMany ? (
        <ul className={classes.legend}>
          {data.lines.map(({ id, title, isEarlier }, index) => (
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
      ) : null}
    </div>
  );
}

function strokeOf(index: number, isEarlier = false): { readonly color: string; readonly dashes: string } {
  if (isEarlier) return earlierStroke;
  return strokes[index % strokes.length] ?? strokes[0];
}
