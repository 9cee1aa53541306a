import { useId, type ReactNode } from "react";
import { ComposedChart, ReferenceArea, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatTick } from "../format/format-instant.js";
import { ChartTip } from "./chart-tip.js";
import type { Scale } from "./choose-scale.js";
import classes from "./time-frame.module.css";
import type { ChartSpan, ChartTime } from "./time-chart-data.js";

interface TimeFrameProps {
  readonly rows: readonly object[];
  readonly time: ChartTime;
  readonly scale: Scale;
  readonly limit: number | null;
  readonly limitWords: string;
  readonly format: (value: number) => string;
  readonly timeZone: string;
  readonly height: number;
  /** children are the lines and bars, and what is marked above them. */
  readonly children: ReactNode;
}

const axis = { fontSize: 11, fill: "var(--ink-3)" };
/** Lines run behind words: these have the colour of the panel around them. */
const halo = { paintOrder: "stroke", stroke: "var(--panel)", strokeWidth: 4, strokeLinejoin: "round" } as const;
const limitLabel = { position: "insideBottomRight", fontSize: 11, fill: "var(--ink-2)", style: halo } as const;
const margin = { top: 18, right: 10, bottom: 0, left: 0 };
/** A shorter stretch has no room for its words. */
const labelledShare = 0.14;

/** TimeFrame is what charts over time have in common: both axes, the hatched stretches that were not measured, the dashed limit and the tooltip. */
export function TimeFrame(props: TimeFrameProps): ReactNode {
  const { time, scale } = props;
  const hatch = useId();
  const limitWords = props.limit === null ? "" : props.limitWords;
  return (
    <div className={classes.frame} style={{ minHeight: props.height }} data-fills="">
      <div>
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart data={[...props.rows]} margin={margin} accessibilityLayer>
            <defs>
              <pattern id={hatch} width="5" height="5" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">
                <rect width="1.5" height="5" fill="var(--hatch)" />
              </pattern>
            </defs>
            {time.unmeasured.map((span) => (
              <ReferenceArea key={span.from} {...placeSpan(span, time)} fill={`url(#${hatch})`} fillOpacity={0.6} />
            ))}
            <XAxis
              dataKey="at"
              type="number"
              scale="time"
              domain={[...time.domain]}
              ticks={[...time.ticks]}
              tickFormatter={(at: number) => formatTick(new Date(at), props.timeZone, time.tickStepMs)}
              tick={axis}
              tickLine={false}
              axisLine={{ stroke: "var(--line-2)" }}
              allowDataOverflow
            />
            <YAxis
              domain={[...scale.domain]}
              ticks={[...scale.ticks]}
              tickFormatter={props.format}
              tick={axis}
              tickLine={false}
              axisLine={false}
              width={64}
              allowDataOverflow
            />
            {props.children}
            {props.limit === null ? null : (
              <ReferenceLine
                y={props.limit}
                stroke="var(--ink-2)"
                strokeDasharray="4 3"
                label={{ ...limitLabel, value: limitWords }}
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
      </div>
    </div>
  );
}

function placeSpan({ from, to }: ChartSpan, { domain }: ChartTime) {
  const [start, end] = domain;
  const [x1, x2] = [Math.max(from, start), Math.min(to, end)];
  if (x2 - x1 < (end - start) * labelledShare) return { x1, x2 };
  return { x1, x2, label: { value: "not measured", position: "top", fontSize: 11, fill: "var(--ink-3)" } as const };
}
