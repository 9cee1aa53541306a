import { cutText } from "../channels/text/cut-text.js";
import { escapeHtml } from "../channels/text/escape-html.js";
import type { AlertChart } from "./alert-chart.js";
import { buildAxis, type Axis } from "./build-axis.js";
import { buildLine, type Point } from "./build-line.js";
import { chooseScale, renderOnScale, type Scale } from "./choose-scale.js";
import { keepDrawable } from "./keep-drawable.js";
import { listHours, renderClock, renderDay } from "./list-hours.js";

/** CHART_SIZE in the points of a picture; it is drawn with twice as many pixels. */
export const CHART_SIZE = { width: 640, height: 320 } as const;

const LEFT = 72;
const RIGHT = 612;
const TOP = 80;
const BOTTOM = 262;
const MAX_TITLE = 64;
const MAX_PLACE = 80;
const INK = { text: "#1b2430", soft: "#566070", grid: "#e3e7ec", line: "#1f5fa8", bad: "#b3261e", end: "#3d6b4f" };
const SEVERITY = { critical: "#b3261e", warning: "#9a5b00", info: "#3b5ba5" } as const;
const LEFT_OUT = "A name in other letters is left out here; the message has it.";

/** Scaled places what is drawn. */
interface Scaled {
  readonly chart: AlertChart;
  readonly axis: Axis;
  readonly scale: Scale;
  x(at: number): number;
  y(value: number): number;
}

/** buildChartSvg draws a chart on white: values, threshold, where it ends, since when it matched and when it fired. It refers to nothing outside itself. */
export function buildChartSvg(chart: AlertChart): string {
  const scaled = scaleChart(chart);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CHART_SIZE.width}" height="${CHART_SIZE.height}" font-family="Inter" font-size="12">`,
    `<rect width="${CHART_SIZE.width}" height="${CHART_SIZE.height}" fill="#ffffff"/>`,
    ...buildHead(chart),
    ...buildGrid(scaled),
    ...buildFired(scaled),
    ...buildLevels(scaled),
    buildLine(chart.values.map((value, place) => buildPoint(scaled, value, place))),
    ...buildLast(scaled),
    ...buildFoot(chart),
    "</svg>",
  ].join("");
}

function scaleChart(chart: AlertChart): Scaled {
  const { values, threshold, recovery, fromMs, firedAt, unit, currency } = chart;
  const numbers = [...values, threshold, recovery].filter((value) => value !== null);
  const shown = numbers.length === 0 ? [0] : numbers;
  const scale = chooseScale(unit, Math.max(...shown.map(Math.abs)), currency);
  const axis = buildAxis(shown, scale.per);
  const spanMs = firedAt - fromMs;
  return {
    ...{ chart, axis, scale },
    x: (at) => LEFT + ((at - fromMs) / spanMs) * (RIGHT - LEFT - 8),
    y: (value) => BOTTOM - ((value - axis.from) / (axis.to - axis.from)) * (BOTTOM - TOP),
  };
}

function buildPoint({ chart, x, y }: Scaled, value: number | null, place: number): Point | null {
  return value === null ? null : { x: x(chart.fromMs + (place + 1) * chart.stepMs), y: y(value) };
}

function buildHead({ title, metric, place, severity }: AlertChart): string[] {
  const name = keepDrawable(title);
  const about = [name === "" ? "" : metric, keepDrawable(place)].filter((part) => part !== "").join(" · ");
  return [
    `<path d="${SHAPES[severity]}" fill="${SEVERITY[severity]}"/>`,
    write(cutText(name === "" ? metric : name, MAX_TITLE), { x: 38, y: 29, size: 15, weight: 600 }),
    write(cutText(about, MAX_PLACE), { x: 16, y: 49, ink: INK.soft }),
    write(severity, { x: RIGHT + 12, y: 29, ink: SEVERITY[severity], anchor: "end", weight: 600 }),
  ];
}

/** How bad it is, by shape as well as by colour. */
const SHAPES = {
  critical: "M24 15 L33 24 L24 33 L15 24 Z",
  warning: "M24 15 L33 32 L15 32 Z",
  info: "M24 16 a8 8 0 1 0 0.01 0 Z",
} as const;

function buildGrid({ chart, axis, scale, x, y }: Scaled): string[] {
  const lines = axis.ticks.flatMap((tick) => [
    `<path d="M${LEFT} ${round(y(tick))} H${RIGHT}" stroke="${INK.grid}"/>`,
    write(renderOnScale(tick, scale), { x: LEFT - 8, y: y(tick) + 4, ink: INK.soft, anchor: "end" }),
  ]);
  const hours = listHours(chart.fromMs, chart.firedAt, chart.zone).flatMap(({ at, text }) => [
    `<path d="M${round(x(at))} ${BOTTOM} v5" stroke="${INK.soft}"/>`,
    write(text, { x: x(at), y: BOTTOM + 19, ink: INK.soft, anchor: "middle" }),
  ]);
  return [...lines, ...hours];
}

function buildFired({ chart, scale, x }: Scaled): string[] {
  const { activeAt, firedAt, fromMs, zone, values } = chart;
  const [start, end] = [x(Math.max(activeAt, fromMs)), x(firedAt)];
  const height = BOTTOM - TOP;
  const value = values.at(-1) ?? null;
  const words = `Fired ${renderClock(firedAt, zone)}${value === null ? "" : ` at ${renderOnScale(value, scale)}`}`;
  return [
    `<rect x="${round(start)}" y="${TOP}" width="${round(Math.max(end - start, 0))}" height="${height}" fill="${INK.bad}" fill-opacity="0.09"/>`,
    `<path d="M${round(end)} ${TOP - 4} V${BOTTOM}" stroke="${INK.bad}" stroke-width="1.5"/>`,
    write(words, { x: end + 4, y: TOP - 9, ink: INK.bad, anchor: "end", weight: 600 }),
  ];
}

/** What it was compared with is named at the left, where values matter least; the two names stand on the far sides of their lines. */
function buildLevels({ chart: { threshold, recovery }, scale, y }: Scaled): string[] {
  if (threshold === null) return [];
  const isAbove = recovery === null || recovery <= threshold;
  const line = (value: number, ink: string, dash: string, word: string, above: boolean) => [
    `<path d="M${LEFT} ${round(y(value))} H${RIGHT}" stroke="${ink}" stroke-width="1.5" stroke-dasharray="${dash}"/>`,
    write(`${word} ${renderOnScale(value, scale)}`, { x: LEFT + 6, y: y(value) + (above ? -6 : 15), ink, halo: true }),
  ];
  const end = recovery === null || recovery === threshold ? [] : line(recovery, INK.end, "2 4", "Ends at", !isAbove);
  return [...end, ...line(threshold, INK.bad, "7 4", "Threshold", isAbove)];
}

function buildLast({ chart, x, y }: Scaled): string[] {
  const value = chart.values.at(-1) ?? null;
  if (value === null) return [];
  const place = `cx="${round(x(chart.firedAt))}" cy="${round(y(value))}"`;
  return [`<circle ${place} r="4.5" fill="${INK.line}" stroke="#ffffff" stroke-width="1.5"/>`];
}

function buildFoot({ title, place, firedAt, zone }: AlertChart): string[] {
  const isLeftOut = [title, place].some((text) => text.trim() !== "" && keepDrawable(text) === "");
  return [
    write(renderDay(firedAt, zone), { x: 16, y: 308, ink: INK.soft, size: 11 }),
    ...(isLeftOut ? [write(LEFT_OUT, { x: RIGHT + 12, y: 308, ink: INK.soft, size: 11, anchor: "end" })] : []),
  ];
}

interface Style {
  readonly x: number;
  readonly y: number;
  readonly ink?: string;
  readonly size?: number;
  readonly weight?: 400 | 600;
  readonly anchor?: "middle" | "end";
  /** White around it, where lines pass behind. */
  readonly halo?: boolean;
}

function write(text: string, { x, y, ink = INK.text, size, weight, anchor, halo = false }: Style): string {
  const style = [
    weight === 600 ? 'font-family="Inter SemiBold" font-weight="600"' : "",
    size === undefined ? "" : `font-size="${size}"`,
    anchor === undefined ? "" : `text-anchor="${anchor}"`,
    halo ? 'stroke="#ffffff" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke"' : "",
  ].filter((part) => part !== "");
  return `<text x="${round(x)}" y="${round(y)}" fill="${ink}" ${style.join(" ")}>${escapeHtml(text)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
