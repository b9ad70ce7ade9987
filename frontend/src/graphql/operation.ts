export interface Operation {
  kind: 'query' | 'mutation';
  name: string;
}

/** What a document asks; every document has one operation, with a name. */
export function operationOf(document: { toString(): string }): Operation {
  const [, kind, name] = /(query|mutation)\s+(\w+)/.exec(document.toString()) ?? [];
  return { kind: kind === 'query' ? 'query' : 'mutation', name: name ?? document.toString() };
}
