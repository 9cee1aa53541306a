import type { IncidentDefinition, Network, NetworkClient } from "@watchfloor/dashboards";
import { Dice } from "../dice.js";
import type { Incident } from "./incident.js";

const HOUR_MS = 3_600_000;
const STORY = 900;

interface Recurrence {
  readonly definition: IncidentDefinition;
  readonly everyMs: number;
  readonly offsetMs: number;
  readonly lastsMs: number;
  readonly occurrences: Map<number, Incident>;
}

/** IncidentCalendar knows which named incidents are going on at any instant. It is a pure function of network, definitions and seed. */
export class IncidentCalendar {
  readonly #recurrences: ReadonlyMap<string, Recurrence>;
  readonly #dice = new Dice();

  constructor(
    private readonly network: Network,
    definitions: readonly IncidentDefinition[],
    private readonly seed: number,
  ) {
    this.#recurrences = new Map(definitions.map((definition) => [definition.kind, buildRecurrence(definition)]));
  }

  /** between lists the incidents of a kind that overlap [fromMs, toMs), oldest first. */
  between(kind: IncidentDefinition["kind"], fromMs: number, toMs: number): readonly Incident[] {
    const recurrence = this.#recurrences.get(kind);
    if (recurrence === undefined) return [];
    const first = Math.floor((fromMs - recurrence.offsetMs - recurrence.lastsMs) / recurrence.everyMs) + 1;
    const last = Math.ceil((toMs - recurrence.offsetMs) / recurrence.everyMs) - 1;
    const found: Incident[] = [];
    for (let number = first; number <= last; number += 1) found.push(this.#occurrence(recurrence, number));
    return found;
  }

  /** find gives the incident of a kind that hits what `hits` accepts at an instant, if there is one. */
  find(kind: IncidentDefinition["kind"], atMs: number, hits: (incident: Incident) => boolean): Incident | undefined {
    const recurrence = this.#recurrences.get(kind);
    if (recurrence === undefined) return undefined;
    const { offsetMs, everyMs, lastsMs } = recurrence;
    for (
      let number = Math.floor((atMs - offsetMs) / everyMs);
      number * everyMs + offsetMs + lastsMs > atMs;
      number -= 1
    ) {
      const incident = this.#occurrence(recurrence, number);
      if (hits(incident)) return incident;
    }
    return undefined;
  }

  /** darkUntil gives the instant a dark store comes back, or 0 when the store is not dark. */
  darkUntil(store: string, atMs: number): number {
    return this.find("store-dark", atMs, (incident) => incident.store === store)?.toMs ?? 0;
  }

  #occurrence(recurrence: Recurrence, number: number): Incident {
    const known = recurrence.occurrences.get(number);
    if (known !== undefined) return known;
    const incident = this.#build(recurrence, number);
    recurrence.occurrences.set(number, incident);
    return incident;
  }

  #build({ definition, everyMs, offsetMs, lastsMs }: Recurrence, number: number): Incident {
    const { kind } = definition;
    this.#dice.start(this.seed, STORY + kind.length, number, 0);
    const at = ((number % this.network.clients.length) + this.network.clients.length) % this.network.clients.length;
    const client = this.network.clients[at] ?? this.#dice.choose(this.network.clients);
    const region = this.#dice.choose(client.regions);
    const store = this.#dice.choose(client.stores);
    const partner = this.#dice.choose(client.partners);
    const priceList = this.#dice.choose(client.priceLists);
    const fromMs = number * everyMs + offsetMs;
    const names = {
      client: client.title,
      region: region.title,
      store: `${store.id} ${store.title}`,
      partner: partner.title,
      priceList,
    };
    return {
      id: `${kind}-${number}`,
      kind,
      title: renderTitle(definition.title, names),
      ...chooseScope(kind, { client, region: region.id, store: store.id, partner: partner.id, priceList }),
      fromMs,
      toMs: fromMs + lastsMs,
    };
  }
}

function buildRecurrence(definition: IncidentDefinition): Recurrence {
  return {
    definition,
    everyMs: definition.everyHours * HOUR_MS,
    offsetMs: definition.offsetHours * HOUR_MS,
    lastsMs: definition.lastsMinutes * 60_000,
    occurrences: new Map(),
  };
}

function chooseScope(
  kind: IncidentDefinition["kind"],
  {
    client,
    region,
    store,
    partner,
    priceList,
  }: { client: NetworkClient; region: string; store: string; partner: string; priceList: string },
): Pick<Incident, "client" | "region" | "store" | "partner" | "priceList"> {
  return {
    client: client.id,
    region: kind === "region-without-price" ? region : "",
    store: kind === "store-dark" ? store : "",
    partner: kind === "partner-price-conflict" ? partner : "",
    priceList: kind === "region-without-price" ? priceList : "",
  };
}

function renderTitle(title: string, names: Readonly<Record<string, string>>): string {
  return title.replace(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole);
}
