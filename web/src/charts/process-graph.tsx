import { useMemo, type MouseEvent, type ReactNode } from "react";
import { layOutGraph, type PlacedEdge, type PlacedNode } from "./lay-out-graph.js";
import classes from "./process-graph.module.css";

/** DrawnNode is a step with what is written on it; `weight` 0..1 is how much of all went through it. */
export interface DrawnNode {
  readonly id: string;
  readonly kind: "start" | "step" | "end";
  readonly title: string;
  readonly note: string;
  readonly weight: number;
  readonly isMarked: boolean;
}

/** DrawnEdge is a move between two steps; `href` leads to what took it, null = nowhere. */
export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly lines: readonly string[];
  /** words says the edge to readers that cannot see it. */
  readonly words: string;
  readonly href: string | null;
  readonly isMarked: boolean;
}

interface ProcessGraphProps {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly isAcross: boolean;
  readonly label: string;
  readonly onFollow: (href: string) => void;
}

const step = { width: 142, height: 44 };
const rim = { width: 64, height: 28 };

/** ProcessGraph draws which step directly followed which: the thicker an edge, the more runs took it. */
export function ProcessGraph(props: ProcessGraphProps): ReactNode {
  const { nodes, edges, isAcross } = props;
  const layout = useMemo(
    () =>
      layOutGraph({
        nodes: nodes.map(({ id, kind }) => ({ id, ...(kind === "step" ? step : rim) })),
        edges,
        isAcross,
      }),
    [nodes, edges, isAcross],
  );
  const most = Math.max(1, ...edges.map(({ count }) => count));
  const placedNode = new Map(layout.nodes.map((node) => [node.id, node]));
  const placedEdge = new Map(layout.edges.map((edge) => [`${edge.from}\n${edge.to}`, edge]));
  return (
    <div className={classes.frame} tabIndex={0} role="group" aria-label={`${props.label}; it scrolls`}>
      <svg
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        role="group"
        aria-label={props.label}
      >
        <defs>
          <marker
            id="process-tip"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0.5 8 4 0 7.5Z" fill="var(--ink-3)" />
          </marker>
        </defs>
        {edges.map((edge) => (
          <Edge
            key={`${edge.from} ${edge.to}`}
            edge={edge}
            placed={placedEdge.get(`${edge.from}\n${edge.to}`)}
            width={1 + (5 * edge.count) / most}
            onFollow={props.onFollow}
          />
        ))}
        {nodes.map((node) => (
          <Node key={node.id} node={node} placed={placedNode.get(node.id)} />
        ))}
      </svg>
    </div>
  );
}

function Node(props: { node: DrawnNode; placed: PlacedNode | undefined }): ReactNode {
  const { node, placed } = props;
  if (placed === undefined) return null;
  const { x, y, width, height } = placed;
  const isStep = node.kind === "step";
  return (
    <g
      className={classes.node}
      data-kind={node.kind}
      data-marked={node.isMarked ? "" : undefined}
      data-tip={`${node.title}\n${node.note}`}
    >
      <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx={isStep ? 7 : height / 2} />
      {isStep ? (
        <rect
          className={classes.level}
          x={x - width / 2 + 8}
          y={y + height / 2 - 6}
          width={Math.max(2, (width - 16) * node.weight)}
          height={2.5}
          rx={1}
        />
      ) : null}
      <text x={x} y={isStep ? y - 4 : y + 4} textAnchor="middle" className={classes.title}>
        {shorten(node.title, 20)}
      </text>
      {isStep ? (
        <text x={x} y={y + 10} textAnchor="middle" className={classes.note}>
          {node.note}
        </text>
      ) : null}
    </g>
  );
}

function Edge(props: {
  edge: DrawnEdge;
  placed: PlacedEdge | undefined;
  width: number;
  onFollow: (href: string) => void;
}): ReactNode {
  const { edge, placed } = props;
  if (placed === undefined) return null;
  const { href } = edge;
  const drawing = (
    <>
      <path className={classes.reach} d={drawCurve(placed.points)} />
      <path
        className={classes.line}
        d={drawCurve(placed.points)}
        strokeWidth={props.width}
        markerEnd="url(#process-tip)"
      />
      <text x={placed.label.x} y={placed.label.y - 6} textAnchor="middle" className={classes.label}>
        {edge.lines.map((line, place) => (
          <tspan key={line} x={placed.label.x} dy={place === 0 ? 0 : 20}>
            {place === 0 ? line : ` ${line}`}
          </tspan>
        ))}
      </text>
    </>
  );
  const marked = edge.isMarked ? "" : undefined;
  // Begins with what is written on it, so that what is said and what is seen are the same.
  const words = `${edge.lines.join(" ")}: ${edge.words}`;
  if (href === null)
    return (
      <g className={classes.edge} data-marked={marked} role="img" aria-label={words}>
        {drawing}
      </g>
    );
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    props.onFollow(href);
  };
  return (
    <a
      className={classes.edge}
      data-marked={marked}
      href={href}
      aria-label={words}
      data-tip={edge.words}
      onClick={follow}
    >
      {drawing}
    </a>
  );
}

/** A curve through the middles between the points, so that corners are round. */
function drawCurve(points: PlacedEdge["points"]): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  const parts = [`M${first.x} ${first.y}`];
  rest.forEach((point, index) => {
    const next = rest[index + 1];
    if (next === undefined) parts.push(`L${point.x} ${point.y}`);
    else parts.push(`Q${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`);
  });
  return parts.join("");
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
