/** visitImports calls back for every module a file names: imports, re-exports and dynamic imports. */
export function visitImports(callback) {
  const visit = (node) => {
    if (node.source?.type === "Literal" && typeof node.source.value === "string")
      callback(node.source, node.source.value);
  };
  return {
    ImportDeclaration: visit,
    ExportNamedDeclaration: visit,
    ExportAllDeclaration: visit,
    ImportExpression: visit,
  };
}
