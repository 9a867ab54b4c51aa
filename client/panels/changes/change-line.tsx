import { formatConfidence } from "#client/format/figure.ts";
import { kindLabel, statusLabel } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import { fieldRows } from "#client/state/record-fields.ts";
import type { Names } from "#client/state/review-list.ts";
import { Icon } from "#client/ui/icon.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { ModalityBadge } from "#client/ui/marks.tsx";
import type { Change } from "#graph/model/change-set.ts";
import type { RecordContent } from "#graph/model/record.ts";
import { isEntityKind } from "#graph/vocabulary/kinds.ts";
import { isRelationType } from "#graph/vocabulary/relations.ts";
import styles from "./change-line.module.css";
import { fieldLabel } from "./field-words.ts";
import { refName, sayingOf, textOf, verbOf } from "./words.ts";

/** What changes, as one line: the words that go struck, those that come after them. */
export function ChangeLine({ change, names, written }: { change: Change; names: Names; written?: RecordContent | null }) {
  const { t } = useTranslation();
  const { before } = change;
  const after = written === undefined ? change.after : written;
  const content = after ?? before ?? {};
  const gone = change.kind === "removed" ? styles.gone : "";
  const line = (() => {
    switch (change.record.table) {
      case "entities":
        return <EntityLine change={change} content={content} names={names} />;
      case "documents":
        return (
          <>
            <Icon name="document" size={14} />
            <b>{textOf(content.title)}</b>
            {change.kind === "added" && <em>{t("changes.newDocument")}</em>}
          </>
        );
      case "constraints":
        return (
          <>
            <Ref id={content.left} names={names} strong /> ≠ <Ref id={content.right} names={names} />
          </>
        );
      default:
        return <ClaimLine before={before} after={after} names={names} />;
    }
  })();
  return <span className={`${styles.line} ${gone}`}>{line}</span>;
}

function EntityLine({ change, content, names }: { change: Change; content: RecordContent; names: Names }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const label = kindLabel(textOf(content.kind), language);
  const kind = language === "en" ? label.toLowerCase() : label;
  const isChanged = change.kind === "changed" && change.before !== null;
  const was = isChanged && change.before?.name !== content.name ? textOf(change.before?.name) : "";
  const fields = isChanged ? fieldRows("entities", change.before, content).filter(({ path }) => path[0] !== "name") : [];
  return (
    <>
      <Ref id={change.record.id} names={names} strong {...(typeof content.name === "string" ? { name: content.name } : {})} />
      {was !== "" && <s>{was}</s>}
      <em>
        {change.kind === "added" ? t("changes.newEntity", { kind }) : change.kind === "removed" ? t("changes.goneEntity", { kind }) : kind}
      </em>
      {fields.length > 0 && (
        <span>{fields.map(({ path }) => fieldLabel(path, content, { names, language, t })).join(language === "zh" ? "、" : ", ")}</span>
      )}
    </>
  );
}

function ClaimLine({ before, after, names }: { before: RecordContent | null; after: RecordContent | null; names: Names }) {
  const language = usePreferences((it) => it.language);
  const content = after ?? before ?? {};
  const kind = names.get(String(content.subject))?.kind ?? "";
  const said = sayingOf(content, kind, language);
  const was = before !== null && after !== null ? sayingOf(before, kind, language) : said;
  const figure = typeof content.unit === "string";
  return (
    <>
      <Ref id={content.subject} names={names} strong />
      <em>{verbOf(content, kind, language)}</em>
      {isRelationType(textOf(content.predicate)) && <Ref id={content.object} names={names} />}
      {was !== said && <s>{was}</s>}
      {said !== "" && <span>{said}</span>}
      <Standing before={before} after={after} />
      {figure && <ModalityBadge modality={textOf(content.modality)} />}
    </>
  );
}

const standing = ({ status, confidence }: RecordContent, language: "zh" | "en"): string =>
  `${statusLabel(textOf(status), language)} ${formatConfidence(Number(confidence))}`;

/** How well a claim is backed, where that is what changes. */
function Standing({ before, after }: { before: RecordContent | null; after: RecordContent | null }) {
  const language = usePreferences((it) => it.language);
  if (before === null || after === null || (before.status === after.status && before.confidence === after.confidence)) return null;
  return (
    <span>
      <s>{standing(before, language)}</s> {standing(after, language)}
    </span>
  );
}

/** An entity by its glyph and name. */
export function Ref({ id, names, strong = false, name }: { id: unknown; names: Names; strong?: boolean; name?: string }) {
  const language = usePreferences((it) => it.language);
  const kind = names.get(String(id))?.kind;
  const words = language === "zh" && name !== undefined ? name : refName(names, id, language);
  return (
    <span className={styles.ref}>
      {kind !== undefined && isEntityKind(kind) && <KindGlyph kind={kind} size={15} />}
      {strong ? <b>{words}</b> : words}
    </span>
  );
}
