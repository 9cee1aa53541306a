/** OWN_PREFIX is the namespace of the attributes that fill fields of an event. */
export const OWN_PREFIX = "watchfloor.";

/** OWN_NAMES says which field of an event, or part of one, each attribute of our namespace fills. */
export const OWN_NAMES: ReadonlyMap<string, readonly [field: string, part?: string]> = new Map([
  ["watchfloor.client", ["client"]],
  ["watchfloor.store", ["store"]],
  ["watchfloor.channel", ["channel"]],
  ["watchfloor.partner", ["partner"]],
  ["watchfloor.region", ["region"]],
  ["watchfloor.brand", ["brand"]],
  ["watchfloor.correlation", ["correlation"]],
  ["watchfloor.actor", ["actor"]],
  ["watchfloor.workflow", ["workflow"]],
  ["watchfloor.run", ["run"]],
  ["watchfloor.due_at", ["dueAt"]],
  ["watchfloor.attempts", ["attempts"]],
  ["watchfloor.human_touched", ["humanTouched"]],
  ["watchfloor.entity.type", ["entity", "type"]],
  ["watchfloor.entity.id", ["entity", "id"]],
  ["watchfloor.entity.version", ["entity", "version"]],
  ["watchfloor.money.amount", ["money", "amount"]],
  ["watchfloor.money.currency", ["money", "currency"]],
  ["watchfloor.exception.id", ["exception"]],
  ["watchfloor.exception.class", ["class"]],
]);
