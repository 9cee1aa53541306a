import type { ReactNode } from "react";
import {
  Area,
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
import { ChartTip } from "./chart-tip.js";
import { chooseScale } from "./choose-scale.js";
import type { TimeChartData } from "./time-chart-data.js";

interface TimeChartProps {
  readonly data: TimeChartData;
  readonly draw: "line" | "bars";
  readonly kind: "duration" | "ratio" | "count";
  readonly limit: number | null;
  readonly limitWords: string;
  readonly format: (value: number) => string;
  readonly timeZone: string;
  readonly height: number;
}

const axis = { fontSize: 11, fill: "var(--ink-3)" };
const margin = { top: 16, right: 10, bottom: 0, left: 0 };

/** TimeChart draws one metric over time: gaps stay gaps, unmeasured time is hatched, the limit is dashed, the expected band lies behind. */
export function TimeChart(props: TimeChartProps): ReactNode {
  const { data, format } = props;
  const values = data.points
    .flatMap((point) => [point.value, point.band?.[1] ?? null])
    .filter((value) => value !== null);
  const scale = chooseScale(values, props.limit, props.kind);
  return (
    <ResponsiveContainer width="100%" height={props.height}>
      <ComposedChart data={[...data.points]} margin={margin} accessibilityLayer>
        <defs>
          <pattern id="unmeasured" width="5" height="5" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">
            <rect width="1.5" height="5" fill="var(--hatch)" />
          </pattern>
        </defs>
        {data.unmeasured.map((span) => (
          <ReferenceArea
            key={span.from}
            x1={Math.max(span.from, data.domain[0])}
            x2={Math.min(span.to, data.domain[1])}
            fill="url(#unmeasured)"
            fillOpacity={0.6}
            label={{ value: "not measured", position: "top", fontSize: 11, fill: "var(--ink-3)" }}
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
        <Area
          dataKey="band"
          stroke="none"
          fill="var(--band)"
          connectNulls={false}
          isAnimationActive={false}
          activeDot={false}
        />
        {props.draw === "bars" ? (
          <Bar dataKey="value" fill="var(--brand)" maxBarSize={14} isAnimationActive={false} />
        ) : (
          <Line
            dataKey="value"
            stroke="var(--brand)"
            strokeWidth={1.8}
            dot={false}
            activeDot={{ r: 3 }}
            connectNulls={false}
            isAnimationActive={false}
          />
        )}
        {props.limit === null ? null : (
          <ReferenceLine
            y={props.limit}
            stroke="var(--ink-2)"
            strokeDasharray="4 3"
            label={{ value: props.limitWords, position: "insideBottomRight", fontSize: 11, fill: "var(--ink-2)" }}
          />
        )}
        <Tooltip
          content={<ChartTip />}
          cursor={{ stroke: "var(--ink-3)", fill: "var(--hover)" }}
          isAnimationActive={false}
          filterNull={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
