import { seedRegistry, type Postgres } from "@watchfloor/sql";
import type { Logger } from "pino";
import type { IngestKey } from "../../events/ingest-key.js";
import type { Intake } from "../../pipeline/intake.js";
import { buildDeclaredNetwork } from "../build-declared-network.js";
import { loadSimulation } from "../load-simulation.js";
import { buildIntakeSender } from "./sender.js";
import { StateFile } from "./simulator-state.js";
import { Simulator } from "./simulator.js";

/** SimulatorStart is what `startSimulator` needs; `stateDirectory` keeps how far it came. */
export interface SimulatorStart {
  readonly intake: Intake;
  readonly postgres: Postgres;
  readonly tenant: string;
  readonly key: IngestKey;
  readonly now: () => Date;
  readonly logger: Logger;
  readonly historyDays: number;
  readonly seed: number;
  readonly stateDirectory: string;
  readonly onProgress: (text: string) => void;
}

/** RunningSimulator is stopped by `close`, which resolves once its last event is durable and its place remembered. */
export interface RunningSimulator {
  close(): Promise<void>;
}

/** startSimulator declares the demonstration network and plays it: 90 days of history, and live from now on. */
export function startSimulator(options: SimulatorStart): RunningSimulator {
  let simulator: Simulator | undefined;
  let isClosing = false;
  const playing = play().catch((error: unknown) =>
    options.logger.error({ err: error }, "the simulated network stopped"),
  );
  return {
    async close() {
      isClosing = true;
      simulator?.stop();
      await playing;
    },
  };

  async function play(): Promise<void> {
    const { intake, key, postgres, tenant, now, seed, historyDays, onProgress } = options;
    const simulation = await loadSimulation(seed);
    await seedRegistry(postgres, tenant, buildDeclaredNetwork(simulation), now());
    simulator = await Simulator.open({
      simulation,
      // What is told live is late or in time like anything else; history is neither.
      sender: buildIntakeSender(intake, { ...key, isBackfill: true }),
      liveSender: buildIntakeSender(intake, { ...key, isBackfill: false }),
      stateFile: new StateFile(options.stateDirectory),
      now,
      historyDays,
      onProgress,
    });
    if (!isClosing) await simulator.run();
  }
}
