/** For each relation, sentences of the genre and the relations that each must yield. */
export type Wordings = Readonly<Record<string, readonly (readonly [text: string, ...wanted: string[]])[]>>;
