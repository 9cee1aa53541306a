import { memo, type ReactNode } from "react";
import { Area, Bar, Line } from "recharts";
import { areEqualProps } from "./are-equal-props.js";
import { LoneDot } from "./lone-dot.js";
import { chooseScale } from "./choose-scale.js";
import type { TimeChartData } from "./time-chart-data.js";
import { TimeFrame } from "./time-frame.js";

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

/**
 * TimeChart draws one metric over time: gaps stay gaps, unmeasured time is hatched, the limit is dashed, the expected band lies behind. It is drawn again
 * only when what it shows changed.
 */
export const TimeChart = memo(function TimeChart(props: TimeChartProps): ReactNode {
  const { data, limit } = props;
  const values = data.points
    .flatMap((point) => [point.value, point.band?.[1] ?? null])
    .filter((value) => value !== null);
  return (
    <TimeFrame
      rows={data.points}
      time={data}
      scale={chooseScale(values, limit, props.kind)}
      limit={limit}
      limitWords={props.limitWords}
      format={props.format}
      timeZone={props.timeZone}
      height={props.height}
    >
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
          dot={<LoneDot values={data.points.map(({ value }) => value)} color="var(--brand)" />}
          activeDot={{ r: 3 }}
          connectNulls={false}
          isAnimationActive={false}
        />
      )}
    </TimeFrame>
  );
}, areEqualProps);
