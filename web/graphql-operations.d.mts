import type { DocumentNode } from "graphql";

export interface OperationDocument {
  readonly location: string;
  readonly document: DocumentNode;
}
export declare const schemaFile: string;
export declare const operationsFile: string;
export declare function loadDocuments(): OperationDocument[];
export declare function renderOperations(schemaText: string, documents: readonly OperationDocument[]): Promise<string>;
