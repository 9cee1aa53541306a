/** Codes by status, as a server's `exceptionCodeToHTTPStatus` has them; every other code is a 500. */
const CODES_OF_STATUS: readonly (readonly [number, readonly number[]])[] = [
  [401, [194]],
  [403, [192, 193, 497, 512, 516]],
  [400, [6, 8, 15, 25, 26, 27, 36, 37, 38, 41, 44, 53, 62, 72, 117, 123, 167, 168, 223, 321, 376, 427, 441, 675, 676]],
  [404, [46, 47, 50, 56, 60, 63, 73, 78, 81, 115, 152, 336, 511]],
  [408, [159]],
  [411, [381]],
  [413, [229]],
  [415, [779]],
  [501, [48]],
  [503, [76, 209, 439]],
];

/** httpStatusOfCode returns the HTTP status under which a ClickHouse server answers an error code. */
export function httpStatusOfCode(code: number): number {
  return CODES_OF_STATUS.find(([, codes]) => codes.includes(code))?.[0] ?? 500;
}
