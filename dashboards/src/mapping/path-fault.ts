/** PathFault says why a text is not a path expression. */
export class PathFault extends Error {
  override readonly name = "PathFault";
}
