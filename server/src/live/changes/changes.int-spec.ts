import { publishChangeSignal, type ChangeSignal } from "@watchfloor/sql";
import { Subject } from "rxjs";
import type { Authenticator } from "../../scope/authenticator.js";
import type { Scope } from "../../scope/scope.js";
import { ChangeSignals } from "../change-signals.js";
import { grantScope, openLiveWorld, type LiveWorld } from "../testing/open-live-world.js";
import { ChangesService } from "./changes.service.js";

const NOW = new Date("2026-06-10T12:00:00Z");
const touched: ChangeSignal = {
  tenant: "t1",
  storedAt: NOW.toISOString(),
  clients: ["northmart"],
  workflows: ["price-sync"],
  stores: ["northmart/0001"],
};

describe("changes over Postgres notifications", () => {
  let world: LiveWorld;
  let signals: ChangeSignals;
  const changed$ = new Subject<string>();
  let current: Scope | undefined;
  const authenticator: Authenticator = { authenticate: () => Promise.resolve(current) };

  beforeAll(async () => {
    world = await openLiveWorld(NOW);
    signals = new ChangeSignals(world.postgres);
    await signals.onModuleInit();
  }, 60_000);
  afterAll(async () => {
    await signals.onModuleDestroy();
    await world.close();
  });

  const subscribe = (scope: Scope) => {
    current = scope;
    const service = new ChangesService({
      registry: world.registry,
      authenticator,
      stored$: signals.stored$,
      changed$,
      now: () => new Date(),
    });
    return service.subscribe({ scope, headers: {}, filter: undefined });
  };

  it("tells a store's people of their store and not of others'", async () => {
    const own = subscribe(grantScope({ stores: ["northmart/0001"] }));
    const other = subscribe(grantScope({ stores: ["northmart/0002"] }));
    await publishChangeSignal(world.postgres, { ...touched, tenant: "t2" });
    await publishChangeSignal(world.postgres, touched);
    expect(await own.next()).toMatchObject({
      value: { clients: ["northmart"], workflows: ["price-sync"], stores: [{ client: "northmart", store: "0001" }] },
    });
    const silence = new Promise((resolve) => setTimeout(resolve, 300, "nothing"));
    expect(await Promise.race([other.next(), silence])).toBe("nothing");
    await own.return?.();
    await other.return?.();
  });

  it.each<[string, () => Scope | undefined, boolean]>([
    ["sign-out", () => undefined, true],
    ["a change of scope", () => grantScope({ clients: ["halden"] }), true],
    ["the sign-out of another session of the same person, not", () => grantScope(), false],
  ])("ends with %s", async (_, after, isEnded) => {
    const stream = subscribe(grantScope());
    current = after();
    changed$.next("p1");
    const silence = new Promise((resolve) => setTimeout(resolve, 100, "open"));
    expect(await Promise.race([stream.next(), silence])).toEqual(isEnded ? { done: true, value: undefined } : "open");
    await stream.return?.();
  });
});
