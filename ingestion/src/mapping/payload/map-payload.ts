import type { Mapping } from "@watchfloor/dashboards";
import { checkEvent } from "../../events/check-event.js";
import type { EventDocument } from "../../events/event-document.js";
import type { FoundValue, MappedRow } from "../mapped-row.js";
import { prepareMapping, type EventTemplate, type PreparedMapping } from "../prepare-mapping.js";
import { RowFault } from "../row-fault.js";
import type { PayloadFault, PayloadVerdict } from "./payload-verdict.js";

/** PayloadHeaders are lower-case headers. */
export type PayloadHeaders = Readonly<Record<string, string | undefined>>;

/** PayloadOrigin is what a payload came with, and whose its events are; undefined = the mapping's own client and source. */
export interface PayloadOrigin {
  readonly headers: PayloadHeaders;
  readonly client?: string | undefined;
  readonly source?: string | undefined;
}

/** More events of one payload are a mistake or an attack: a request has no more (CONTRACT section 2). */
const MAX_EVENTS = 10_000;
const MAX_TOLD_FAULTS = 20;
/** What many events repeat of one payload must not grow beyond what a process can hold. */
const MAX_EVENT_CHARACTERS = 32 * 1024 * 1024;
const NO_ROW = { line: 0, content: null, kept: { text: "" }, find: () => undefined };

const prepared = new WeakMap<Mapping, PreparedMapping>();

/**
 * mapPayload makes events of one payload of a webhook. It is pure: the same payload and origin give the same events with the
 * same ids. What no event can be made of is told as faults, never thrown.
 */
export function mapPayload(mapping: Mapping, payload: unknown, origin: PayloadOrigin): PayloadVerdict {
  const known = prepared.get(mapping) ?? prepareMapping(mapping);
  prepared.set(mapping, known);
  const run = new PayloadRun(mapping, payload, origin);
  try {
    const parts = known.templates.map((template) => ({ template, elements: template.listElements?.(payload) }));
    const wanted = parts.reduce((sum, { elements }) => sum + (elements?.length ?? 1), 0);
    if (wanted > MAX_EVENTS)
      throw new RowFault("", `the payload has ${wanted} elements to make events of, at most ${MAX_EVENTS} are allowed`);
    for (const [entry, { template, elements }] of parts.entries())
      for (const [index, item] of (elements ?? [payload]).entries())
        run.fill({ prepared: known, template, entry, item, position: index + 1 });
  } catch (error) {
    run.addFault(error, { entry: 0, position: 1 });
  }
  return run;
}

interface Filling {
  readonly prepared: PreparedMapping;
  readonly template: EventTemplate;
  readonly entry: number;
  readonly item: unknown;
  readonly position: number;
}

/** PayloadRun gathers what becomes of one payload. */
class PayloadRun implements PayloadVerdict {
  readonly events: EventDocument[] = [];
  readonly faults: PayloadFault[] = [];
  readonly #warnings = new Set<string>();
  #characters = 0;
  readonly #found = new Map<object, FoundValue>();
  faultCount = 0;

  constructor(
    private readonly mapping: Mapping,
    private readonly document: unknown,
    private readonly origin: PayloadOrigin,
  ) {}

  get warnings(): readonly string[] {
    return [...this.#warnings];
  }

  fill({ prepared: known, template, entry, item, position }: Filling): void {
    const { document } = this;
    const { headers, source = this.mapping.source, client = this.mapping.client } = this.origin;
    const row: MappedRow = {
      row: NO_ROW,
      next: undefined,
      document: { document, headers, item, position, found: this.#found },
      values: new Map(),
      warnings: [],
    };
    try {
      known.readValues(row);
      if (!template.holds(row)) return;
      const checked = checkEvent({ source, client, ...template.fill(row) });
      if ("refusal" in checked) throw new RowFault(checked.refusal.field, checked.refusal.detail);
      this.#characters += countCharacters(checked.event);
      if (this.#characters > MAX_EVENT_CHARACTERS)
        throw new RowFault("", "the events before it take 32 MiB already: say less in each of them");
      this.events.push(checked.event);
      for (const warning of [...known.listDirt(row), ...row.warnings]) this.#warnings.add(warning);
    } catch (error) {
      this.addFault(error, { entry, position });
    }
  }

  addFault(error: unknown, place: { entry: number; position: number }): void {
    if (!(error instanceof RowFault)) throw error;
    this.faultCount += 1;
    if (this.faults.length < MAX_TOLD_FAULTS) this.faults.push({ ...place, field: error.field, detail: error.message });
  }
}

function countCharacters(value: object): number {
  let count = 0;
  for (const inner of Object.values(value) as unknown[])
    if (typeof inner === "string") count += inner.length;
    else if (typeof inner === "object" && inner !== null) count += countCharacters(inner);
  return count;
}
