import { useMemo } from "react";
import { tokenize } from "#client/cypher/tokens.ts";
import styles from "./cypher-text.module.css";

/** A query on one line, in the colours of the editor. */
export function CypherText({ query }: { query: string }) {
  const tokens = useMemo(() => tokenize(query.replaceAll(/\s+/g, " ").trim()), [query]);
  return (
    <code className={styles.code}>
      {tokens.map((token) => (
        <span key={token.start} className={styles[token.kind]}>
          {token.text}
        </span>
      ))}
    </code>
  );
}
