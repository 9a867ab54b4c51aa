import { useEffect, useRef, useState } from "react";
import { useStatement } from "#client/api/queries.ts";
import { attributeLabel, nameOf, relationLabel } from "#client/i18n/labels.ts";
import { useActions, usePreferences } from "#client/state/context.tsx";
import { go } from "#client/state/screen.ts";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { LineSample, lineStyleOf } from "#client/ui/line-sample.tsx";
import styles from "./documents.module.css";

/** One claim that a stretch of the document supports; fetched when it comes into sight. */
export function SpanStatement({ id }: { id: string }) {
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const line = useRef<HTMLLIElement>(null);
  const [seen, setSeen] = useState(false);
  const { data } = useStatement(seen ? id : null);
  useEffect(() => {
    if (line.current === null) return;
    const watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setSeen(true), {
      rootMargin: "200px",
    });
    watch.observe(line.current);
    return () => watch.disconnect();
  }, []);
  if (data === undefined) {
    return (
      <li ref={line} className={styles.claim}>
        <code>{id}</code>
      </li>
    );
  }
  const attribute = attributeLabel(data.subjectRef.kind, data.predicate, data.value ?? "", language);
  return (
    <li ref={line} className={styles.claim}>
      <LineSample line={lineStyleOf(data.status, data.confidence)} />
      <button
        type="button"
        onClick={() => {
          go({ at: "explore", entity: null });
          void actions.open(data.subject);
        }}
      >
        <KindGlyph kind={data.subjectRef.kind} size={14} />
        {nameOf(data.subjectRef, language)}
        {data.objectRef === null ? (
          <>
            <em>{attribute.name}</em> {attribute.value}
          </>
        ) : (
          <>
            <em>{relationLabel(data.predicate, language)}</em>
            <KindGlyph kind={data.objectRef.kind} size={14} />
            {nameOf(data.objectRef, language)}
          </>
        )}
      </button>
    </li>
  );
}
