import type { Postgres } from "@watchfloor/sql";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";
import type { StoredDocument } from "../store/alert-document.js";
import { CALM, type StormDocument } from "./decide-storm.js";
import { decideNextLook, type GroupDocument } from "./group-document.js";
import { LostRace } from "./in-transaction.js";

/** GROUP_PREFIX and STORM_PREFIX begin the keys of what waits to be told, by the contact it waits for. */
export const GROUP_PREFIX = "group:";
export const STORM_PREFIX = "storm:";

/** StoredGroup is a group with the version that a change must name; 0 = it does not exist yet. */
export interface StoredGroup {
  readonly key: string;
  readonly version: number;
  readonly document: GroupDocument | undefined;
}

/** GroupStore reads and writes groups and storms of one tenant; a write rejects with `LostRace` when somebody else was quicker. */
export class GroupStore {
  private readonly documents: AlertDocumentRepository;

  constructor(
    postgres: Postgres,
    private readonly tenant: string,
  ) {
    this.documents = new AlertDocumentRepository(postgres);
  }

  /** find returns a group; one that ended is an empty document. */
  async find(key: string): Promise<StoredGroup> {
    const [stored] = await this.findMany([key]);
    return stored ?? { key, version: 0, document: undefined };
  }

  /** findMany returns those of the groups that exist. */
  async findMany(keys: readonly string[]): Promise<StoredGroup[]> {
    return [...(await this.documents.getMany(this.tenant, keys)).values()].map((stored) => ({
      ...{ key: stored.key, version: stored.version },
      document: readGroup(stored),
    }));
  }

  /** save writes a group; undefined = it is empty and nobody need look at it. */
  async save({ key, version }: StoredGroup, document: GroupDocument | undefined): Promise<void> {
    const next = document === undefined ? null : decideNextLook(document);
    await this.write({ key, version, doc: document === undefined ? {} : { ...document } }, next);
  }

  /** findStorm returns what a contact was sent lately. */
  async findStorm(contact: string): Promise<{ version: number; document: StormDocument }> {
    const stored = await this.documents.get(this.tenant, STORM_PREFIX + contact);
    // NOTE: documents of this prefix are written by `saveStorm` alone.
    const document = stored === undefined ? CALM : (stored.doc as unknown as StormDocument);
    return { version: stored?.version ?? 0, document };
  }

  /** saveStorm writes it. */
  async saveStorm(contact: string, version: number, document: StormDocument): Promise<void> {
    await this.write({ key: STORM_PREFIX + contact, version, doc: { ...document } }, document.nextDigestAt);
  }

  private async write(change: StoredDocument, nextAt: number | null): Promise<void> {
    const isOurs = await this.documents.cas(this.tenant, {
      ...change,
      nextAt: nextAt === null ? null : new Date(nextAt),
    });
    if (!isOurs) throw new LostRace();
  }
}

function readGroup({ doc }: StoredDocument): GroupDocument | undefined {
  // NOTE: documents of this prefix are written by `save` alone; an empty one has ended.
  return "group" in doc ? (doc as unknown as GroupDocument) : undefined;
}
