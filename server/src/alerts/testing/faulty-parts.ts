import type { CommittedTransition } from "../publish/transition-sink.js";
import type { DocumentStore } from "../evaluate/rule-evaluation.service.js";

/** Crashed is a process that ended here: what it had in memory is gone. */
export class Crashed extends Error {}

/** Faults decides what happens at a step: nothing, the end of the process, or that it stands still until it is let go. */
export interface Faults {
  /** meet resolves when the process goes on; rejects with `Crashed`. */
  meet(step: string): Promise<void>;
}

/** faultyDocuments meets a fault before and after each access to documents. */
export function faultyDocuments(documents: DocumentStore, faults: Faults): DocumentStore {
  return {
    async getMany(tenant, keys) {
      await faults.meet("before get");
      const found = await documents.getMany(tenant, keys);
      await faults.meet("after get");
      return found;
    },
    async casMany(tenant, changes) {
      await faults.meet("before cas");
      const changed = await documents.casMany(tenant, changes);
      await faults.meet("after cas");
      return changed;
    },
  };
}

/** faultyPublish meets a fault before, between and after the parts of publishing. */
export function faultyPublish(
  parts: {
    readonly publish: (tenant: string, out: readonly CommittedTransition[]) => Promise<void>;
    readonly accepted: CommittedTransition[];
  },
  faults: Faults,
): (tenant: string, out: readonly CommittedTransition[]) => Promise<void> {
  return async (tenant, out) => {
    await faults.meet("before publish");
    await parts.publish(tenant, out);
    for (const transition of out) {
      await faults.meet("mid publish");
      parts.accepted.push(transition);
    }
    await faults.meet("after publish");
  };
}
