/** StandInRefusal is an error as a ClickHouse server words it: `Code: 62. DB::Exception: ...`. */
export class StandInRefusal extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message.startsWith("Code: ") ? message : `Code: ${code}. DB::Exception: ${message}`);
    this.name = "StandInRefusal";
  }
}
