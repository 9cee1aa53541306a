import { standInFaultSchema, type NewStandInFault, type StandInFault } from "./stand-in-fault.js";

/** StandInFaults are the faults that wait for their statements, in the order they were given. */
export class StandInFaults {
  #waiting: StandInFault[] = [];

  /** add checks and keeps a fault. Throws when it is none. */
  add(fault: NewStandInFault): void {
    this.#waiting.push(standInFaultSchema.parse(fault));
  }

  clear(): void {
    this.#waiting = [];
  }

  /** list returns what still waits, with the times that are left. */
  list(): readonly StandInFault[] {
    return this.#waiting;
  }

  /** take returns the first fault that strikes this statement and counts it off. */
  take(statement: string): StandInFault | undefined {
    const index = this.#waiting.findIndex((fault) => statement.includes(fault.statement ?? ""));
    const fault = this.#waiting[index];
    if (fault === undefined || fault.times === 0) return fault;
    if (fault.times === 1) this.#waiting.splice(index, 1);
    else this.#waiting[index] = { ...fault, times: fault.times - 1 };
    return fault;
  }
}
