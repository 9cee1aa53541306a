/** SqlParameters collects the values of one statement; text only ever refers to them as `{name:Type}`. */
export class SqlParameters {
  readonly values: Record<string, unknown> = {};

  /** add binds a value and returns its reference; a name already taken by another value gets a number. */
  add(name: string, type: string, value: unknown): string {
    const text = JSON.stringify(value);
    let chosen = name;
    for (let number = 2; chosen in this.values && JSON.stringify(this.values[chosen]) !== text; number += 1)
      chosen = `${name}${number}`;
    this.values[chosen] = value;
    return `{${chosen}:${type}}`;
  }

  /** addInstant binds an instant in UTC to the millisecond. */
  addInstant(name: string, instant: Date): string {
    return this.add(name, "DateTime64(3, 'UTC')", instant.toISOString().replace("T", " ").slice(0, 23));
  }

  /** addTexts binds a list of texts. */
  addTexts(name: string, texts: readonly string[]): string {
    return this.add(name, "Array(String)", [...texts]);
  }
}
